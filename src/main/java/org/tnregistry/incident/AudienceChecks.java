package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Agencies.Member;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.ConsentItem;
import org.tnregistry.access.Marking;
import org.tnregistry.access.Principal;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.schema.Lexical;

/**
 * The rules of audiences: whom they name exists, no part is more open than its record, and nothing
 * is more open than those concerned agreed to. Works on unbound JSON and passes over what the
 * schema refuses anyway.
 */
@ApplicationScoped
class AudienceChecks {
  /** The most names looked up, in all audiences of one document. */
  private static final int MAX_NAMES = 2_000;

  private final Agencies agencies;
  private final Audiences audiences;

  AudienceChecks(Agencies agencies, Audiences audiences) {
    this.agencies = agencies;
    this.audiences = audiences;
  }

  /**
   * @param before what is amended; a missing node for a new incident
   */
  List<Fault> check(JsonNode document, JsonNode before) {
    var faults = new ArrayList<Fault>();
    var handlings = handlings(document);
    var named = new LinkedHashMap<String, String>();
    var groups = new LinkedHashMap<String, String>();
    handlings.forEach(
        (at, handling) -> {
          collect(handling.path("audience").path("agencies"), at + "/audience/agencies", named);
          collect(handling.path("barred").path("agencies"), at + "/barred/agencies", named);
          collect(handling.path("audience").path("groups"), at + "/audience/groups", groups);
          beyondMarking(at, handling, faults);
        });
    if (named.size() + groups.size() > MAX_NAMES) {
      return List.of(
          new Fault("too-many", "#/handling", "At most 2,000 names in audiences are accepted."));
    }
    var known = agencies.named(Set.copyOf(named.values()));
    unknownAgencies(named, known.keySet(), faults);
    unknownGroups(groups, before, faults);
    weakerThanRecord(document, handlings, faults);
    weakerThanConsent(document, known, faults);
    return faults;
  }

  /** By where they are named. */
  private static void unknownAgencies(
      Map<String, String> named, Set<String> known, List<Fault> faults) {
    named.forEach(
        (at, handle) -> {
          if (!known.contains(handle)) {
            faults.add(new Fault("unknown-agency", at, "No member agency has this handle."));
          }
        });
  }

  /** By where they are named. */
  private void unknownGroups(Map<String, String> groups, JsonNode before, List<Fault> faults) {
    var named = new LinkedHashMap<String, String>();
    handlings(before)
        .forEach((at, handling) -> collect(handling.path("audience").path("groups"), at, named));
    var unknown =
        audiences.unknownGroupsAmong(Set.copyOf(groups.values()), Set.copyOf(named.values()));
    groups.forEach(
        (at, handle) -> {
          if (unknown.contains(handle)) {
            faults.add(new Fault("unknown-group", at, Audiences.NO_SUCH_GROUP));
          }
        });
  }

  /** What keeps an incident from being submitted. */
  static List<Fault> recordingRefused(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var targets = document.path("targets");
    for (int i = 0; i < targets.size(); i++) {
      if (isClosed(targets.path(i), "recording")) {
        faults.add(
            new Fault(
                "recording-refused",
                "#/targets/" + i + "/consent/recording",
                "The person did not agree to be recorded."));
      }
    }
    return faults;
  }

  /** Pointer by pointer: that of the record first, then those of its parts. */
  private static Map<String, JsonNode> handlings(JsonNode document) {
    var handlings = new LinkedHashMap<String, JsonNode>();
    for (var member : List.of("handling", "narrativeHandling")) {
      if (document.path(member).isObject()) {
        handlings.put("#/" + member, document.path(member));
      }
    }
    for (var list : Redaction.MARKABLE_LISTS) {
      var items = document.path(list);
      for (int i = 0; i < items.size(); i++) {
        if (items.path(i).path("handling").isObject()) {
          handlings.put("#/" + list + "/" + i + "/handling", items.path(i).path("handling"));
        }
      }
    }
    return handlings;
  }

  private static void collect(JsonNode handles, String at, Map<String, String> into) {
    for (int i = 0; i < handles.size() && into.size() <= MAX_NAMES; i++) {
      if (Lexical.HANDLE.accepts(handles.path(i).asText())) {
        into.put(at + "/" + i, handles.path(i).asText());
      }
    }
  }

  private static void beyondMarking(String at, JsonNode handling, List<Fault> faults) {
    var marking = Marking.of(handling.path("marking").asText());
    if (marking.isEmpty() || !marking.get().reachesAgenciesOnly()) {
      return;
    }
    for (var wider : List.of("jurisdictions", "groups")) {
      var named = handling.path("audience").path(wider);
      if (named.isArray() && !named.isEmpty()) {
        faults.add(
            new Fault(
                "beyond-marking",
                at + "/audience/" + wider,
                "This marking reaches the agencies named and nobody else."));
      }
    }
  }

  private static void weakerThanRecord(
      JsonNode document, Map<String, JsonNode> handlings, List<Fault> faults) {
    var record =
        Marking.of(document.path("handling").path("marking").asText()).orElse(Marking.DEFAULT);
    handlings.forEach(
        (at, handling) -> {
          var marking = Marking.of(handling.path("marking").asText());
          if (!at.equals("#/handling")
              && marking.isPresent()
              && marking.get().isWeakerThan(record)) {
            faults.add(
                new Fault(
                    "weaker-marking",
                    at + "/marking",
                    "A part is marked as strictly as its record, or more strictly."));
          }
        });
  }

  private static void weakerThanConsent(
      JsonNode document, Map<String, Member> known, List<Fault> faults) {
    var handling = document.path("handling");
    var marking = Marking.of(handling.path("marking").asText()).orElse(Marking.DEFAULT);
    boolean governments = anyClosed(document, Principal.GOVERNMENTS);
    boolean ngos = anyClosed(document, Principal.NGOS);
    boolean wide = marking.isWeakerThan(Marking.AMBER) && (governments || ngos);
    if (wide || (marking == Marking.CLEAR && !allAgreedToPublicNaming(document))) {
      faults.add(weakerThanConsent("#/handling/marking"));
    }
    var named = handling.path("audience").path("agencies");
    for (int i = 0; i < Math.min(named.size(), MAX_NAMES); i++) {
      var member = known.get(named.path(i).asText());
      if (member != null && (member.governmental() ? governments : ngos)) {
        faults.add(weakerThanConsent("#/handling/audience/agencies/" + i));
      }
    }
  }

  private static Fault weakerThanConsent(String at) {
    return new Fault(
        "weaker-than-consent", at, "A target did not agree to be shared as widely as this.");
  }

  private static boolean anyClosed(JsonNode document, String question) {
    for (var target : document.path("targets")) {
      if (isClosed(target, question)) {
        return true;
      }
    }
    return false;
  }

  /** What the whole world may read takes a yes of everybody concerned: silence is none. */
  private static boolean allAgreedToPublicNaming(JsonNode document) {
    for (var target : document.path("targets")) {
      var answer = target.path("consent").path("publicNaming").path("state").asText();
      if (!answer.equals(ConsentItem.GIVEN)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClosed(JsonNode target, String question) {
    return ConsentItem.closes(target.path("consent").path(question).path("state").asText());
  }
}
