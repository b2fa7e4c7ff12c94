package org.tnregistry.classification.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tnregistry.classification.RecordFacts;
import org.tnregistry.shared.json.StrictJson;

/**
 * The answers that a record implies. What it does not say is never taken for a no: a set of codes
 * stays open, and an element of which the record says nothing is left out. Pure.
 */
final class Implications {
  private static final Set<String> NO_PROTECTION = Set.of("none", "unknown");
  private static final String UNKNOWN = "unknown";
  private static final String BYSTANDER = "bystander";

  private final JsonNode document;

  /** The states in whose interest it was done. */
  private final Set<String> origins = new TreeSet<>();

  private Implications(JsonNode document) {
    this.document = document;
    for (var role : document.path("stateRoles")) {
      if (role.path("role").asText().equals("origin")) {
        origins.add(role.path("state").asText());
      }
    }
  }

  /**
   * @param elements that a definition asks; the answers come in their order
   */
  static List<ProposedAnswer> of(JsonNode document, Collection<String> elements) {
    var implications = new Implications(document);
    return elements.stream().flatMap(e -> implications.answer(e).stream()).toList();
  }

  private Optional<ProposedAnswer> answer(String element) {
    return switch (element) {
      case "state-nexus" -> stateNexus();
      case "cross-border" -> crossBorder();
      case "protected-target" -> protectedTarget();
      case RecordFacts.REPRESSIVE_CONDUCT -> Optional.of(repressiveConduct());
      default -> Optional.empty();
    };
  }

  private Optional<ProposedAnswer> stateNexus() {
    var level = document.at("/attribution/level").asText(UNKNOWN);
    return level.equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(
            proposed(
                "state-nexus",
                TextNode.valueOf(level),
                "The record attributes the conduct at this level.",
                List.of("/attribution/level")));
  }

  private Optional<ProposedAnswer> crossBorder() {
    if (origins.isEmpty()) {
      return Optional.empty();
    }
    var actsAbroad = acts(this::isAbroad);
    var targetsAbroad = targetsAbroad();
    var effects = targetsAbroad.isEmpty() ? List.<String>of() : acts(origins::contains);
    var value = StrictJson.mapper().createArrayNode();
    addIfAny(value::add, "act-abroad", actsAbroad);
    addIfAny(value::add, "target-abroad", targetsAbroad);
    addIfAny(value::add, "effect-abroad", effects);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    value.add("undetermined");
    return Optional.of(
        proposed(
            "cross-border",
            value,
            "Acts, hosts and protection are placed outside the states of origin, or acts inside"
                + " while a target is outside; the record excludes no further answer.",
            Stream.of(roles("origin", origins::contains), actsAbroad, targetsAbroad, effects)
                .flatMap(List::stream)
                .distinct()
                .toList()));
  }

  private static void addIfAny(Consumer<String> codes, String code, List<String> pointers) {
    if (!pointers.isEmpty()) {
      codes.accept(code);
    }
  }

  private boolean isAbroad(String state) {
    return !state.isEmpty() && !origins.contains(state);
  }

  /** Where acts took place. */
  private List<String> acts(Predicate<String> where) {
    var pointers = new ArrayList<>(roles("place-of-act", where));
    var acts = document.path("acts");
    for (int i = 0; i < acts.size(); i++) {
      if (where.test(acts.path(i).at("/place/country").asText())) {
        pointers.add("/acts/" + i + "/place/country");
      }
    }
    return pointers;
  }

  /** Where targets live, or were given protection. */
  private List<String> targetsAbroad() {
    var pointers = new ArrayList<>(roles("host", this::isAbroad));
    var targets = document.path("targets");
    for (int i = 0; i < targets.size(); i++) {
      var protection = targets.path(i).path("protection");
      for (int j = 0; j < protection.size(); j++) {
        var given = protection.path(j);
        if (isAbroad(given.path("state").asText())
            && !NO_PROTECTION.contains(given.path("status").asText())) {
          pointers.add("/targets/" + i + "/protection/" + j);
        }
      }
    }
    return pointers;
  }

  private List<String> roles(String role, Predicate<String> state) {
    var pointers = new ArrayList<String>();
    var roles = document.path("stateRoles");
    for (int i = 0; i < roles.size(); i++) {
      if (roles.path(i).path("role").asText().equals(role)
          && state.test(roles.path(i).path("state").asText())) {
        pointers.add("/stateRoles/" + i);
      }
    }
    return pointers;
  }

  private Optional<ProposedAnswer> protectedTarget() {
    var categories = new LinkedHashSet<String>();
    var roles = new LinkedHashSet<String>();
    var pointers = new ArrayList<String>();
    var targets = document.path("targets");
    for (int i = 0; i < targets.size(); i++) {
      var role = targets.path(i).path("role").asText();
      var known = known(targets.path(i).path("categories"));
      if (!role.equals(BYSTANDER) && !known.isEmpty()) {
        categories.addAll(known);
        roles.add(role);
        pointers.add("/targets/" + i + "/categories");
      }
    }
    return pointers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProposedAnswer(
                "protected-target",
                TextNode.valueOf("met"),
                List.copyOf(categories),
                List.copyOf(roles),
                false,
                "Those aimed at belong to these categories; whether they are aimed at for that,"
                    + " the record does not say.",
                pointers));
  }

  /** A category that is none says nothing of why somebody is aimed at. */
  private static List<String> known(JsonNode categories) {
    var known = new ArrayList<String>();
    for (var category : categories) {
      if (!category.asText().equals(UNKNOWN) && !category.asText().equals("other")) {
        known.add(category.asText());
      }
    }
    return known;
  }

  private ProposedAnswer repressiveConduct() {
    var tactics = RecordFacts.knownTactics(document);
    return new ProposedAnswer(
        RecordFacts.REPRESSIVE_CONDUCT,
        TextNode.valueOf(tactics.isEmpty() ? "undetermined" : "met"),
        null,
        null,
        true,
        "Follows from the known tactics that are recorded.",
        tactics);
  }

  private static ProposedAnswer proposed(
      String element, JsonNode value, String reason, List<String> pointers) {
    return new ProposedAnswer(element, value, null, null, false, reason, pointers);
  }
}
