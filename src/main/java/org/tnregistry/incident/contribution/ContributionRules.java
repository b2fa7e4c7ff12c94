package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.SharedPlaces;
import org.tnregistry.incident.document.Markable;
import org.tnregistry.shared.json.Pointers;
import org.tnregistry.shared.place.Countries;
import org.tnregistry.shared.problem.Fault;

/** What a contribution must be beside its shape, and whom it bars. Pure. */
final class ContributionRules {
  /** Where a state is named as a place or as somebody's own, and not for what it did. */
  private static final List<String> HARMLESS = List.of("/places", "/targets");

  private final Contribute given;
  private final JsonNode record;
  private final JsonNode common;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> sources = new HashSet<>();

  private ContributionRules(Contribute given, JsonNode record, JsonNode common) {
    this.given = given;
    this.record = record;
    this.common = common;
  }

  /**
   * @param record as the contributor sees it
   * @param common what of it everybody sees who will see the contribution
   */
  static List<Fault> check(Contribute given, JsonNode record, JsonNode common) {
    var rules = new ContributionRules(given, record, common);
    rules.check();
    return rules.faults;
  }

  private void check() {
    var counterView = given.counterView();
    if (Stream.of(list(given.sources()), list(given.claims()), list(given.responses()))
            .allMatch(List::isEmpty)
        && (counterView == null || counterView.isEmpty())) {
      add("incomplete", "#", "A contribution has at least one part.");
    }
    list(given.sources()).forEach(source -> sources.add(source.id()));
    ids("sources", list(given.sources()));
    ids("claims", list(given.claims()));
    ids("responses", list(given.responses()));
    int i = 0;
    for (var claim : list(given.claims())) {
      var at = "#/claims/" + i++;
      if (Pointers.resolve(record, claim.pointer()).isEmpty()) {
        add("pointer-leads-nowhere", at + "/pointer", "It leads nowhere in the record.");
      } else if (!SharedPlaces.leadsToTheSame(claim.pointer(), record, common)) {
        add(
            "not-for-all",
            at + "/pointer",
            "Not everybody sees what it leads to there: contribute it with ownerOnly.");
      }
      source(claim.source(), at + "/source");
      if (claim.preferred() != null) {
        add("not-contributed", at + "/preferred", "Which claim to follow its owner decides.");
      }
    }
    i = 0;
    for (var response : list(given.responses())) {
      var at = "#/responses/" + i++ + "/sources/";
      int j = 0;
      for (var source : list(response.sources())) {
        source(source, at + j++);
      }
    }
  }

  private void ids(String list, List<? extends Markable> parts) {
    var taken = new HashSet<String>();
    record.path(list).forEach(item -> taken.add(item.path("id").asText()));
    for (int i = 0; i < parts.size(); i++) {
      var at = "#/" + list + "/" + i;
      if (!taken.add(parts.get(i).id())) {
        add("duplicate-id", at + "/id", "Another one has this id, here or in the record.");
      }
      if (parts.get(i).handling() != null) {
        add(
            "not-contributed",
            at + "/handling",
            "A contribution is for those who see the record, or as a whole for its owner.");
      }
    }
  }

  private void source(String id, String at) {
    if (!sources.contains(id)) {
      add("unknown-source", at, "No source of the contribution has this id.");
    }
  }

  private void add(String code, String at, String detail) {
    faults.add(new Fault(code, at, detail));
  }

  /** The states that are barred by name, and those that a claim may accuse. */
  static SortedSet<String> barred(Contribute given) {
    var states = new TreeSet<>(list(given.barred()));
    for (var claim : list(given.claims())) {
      if (HARMLESS.stream()
          .noneMatch(p -> claim.pointer().equals(p) || claim.pointer().startsWith(p + "/"))) {
        states(claim.value(), states);
      }
    }
    return states;
  }

  private static void states(JsonNode value, Set<String> into) {
    if (value.isTextual() && Countries.isKnown(value.asText())) {
      into.add(value.asText());
    }
    value.forEach(child -> states(child, into));
  }

  /** By claim, the {@link SharedPlaces#items} of its pointer. */
  static Map<String, List<String>> anchors(Contribute given, JsonNode record) {
    var anchors = new TreeMap<String, List<String>>();
    for (var claim : list(given.claims())) {
      anchors.put(claim.id(), SharedPlaces.items(record, claim.pointer()));
    }
    return anchors;
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
