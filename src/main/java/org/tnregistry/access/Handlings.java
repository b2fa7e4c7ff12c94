package org.tnregistry.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies.Member;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.schema.Lexical;

/**
 * What a handling says: whom it reaches and bars, and whether those exist whom it names. The checks
 * work on unbound JSON, so that all faults of a document are told at once.
 */
@ApplicationScoped
public class Handlings {
  /** The schema refuses more. */
  private static final int MAX_NAMES = 200;

  private final Agencies agencies;
  private final Audiences audiences;

  Handlings(Agencies agencies, Audiences audiences) {
    this.agencies = agencies;
    this.audiences = audiences;
  }

  /**
   * The faults of the member {@code handling} of a document: who is unknown or beyond the marking.
   *
   * @param before what is amended, with the groups that it names; a missing node for a new document
   */
  public List<Fault> check(JsonNode document, JsonNode before) {
    var handling = document.path("handling");
    var faults = agencyFaults(handling);
    faults.addAll(groupFaults(groups(document), groups(before)));
    faults.addAll(beyondMarking(handling));
    return faults;
  }

  private List<Fault> agencyFaults(JsonNode handling) {
    var faults = new ArrayList<Fault>();
    var known = agencies.named(handles(handling));
    for (var at : List.of("audience", "barred")) {
      var handles = handling.path(at).path("agencies");
      for (int i = 0; i < Math.min(handles.size(), MAX_NAMES); i++) {
        var handle = handles.path(i).asText();
        if (Lexical.HANDLE.accepts(handle) && !known.containsKey(handle)) {
          faults.add(
              new Fault(
                  "unknown-agency",
                  "#/handling/" + at + "/agencies/" + i,
                  "No member agency has this handle."));
        }
      }
    }
    return faults;
  }

  private static List<Fault> beyondMarking(JsonNode handling) {
    var faults = new ArrayList<Fault>();
    var marking = Marking.of(handling.path("marking").asText());
    if (marking.isPresent() && marking.get().reachesAgenciesOnly()) {
      for (var wider : List.of("jurisdictions", "groups")) {
        if (!handling.path("audience").path(wider).isEmpty()) {
          faults.add(
              new Fault(
                  "beyond-marking",
                  "#/handling/audience/" + wider,
                  "This marking reaches the agencies named and nobody else."));
        }
      }
    }
    return faults;
  }

  private static Set<String> handles(JsonNode handling) {
    var handles = new HashSet<String>();
    for (var at : List.of("audience", "barred")) {
      for (var handle : handling.path(at).path("agencies")) {
        if (Lexical.HANDLE.accepts(handle.asText()) && handles.size() < 2 * MAX_NAMES) {
          handles.add(handle.asText());
        }
      }
    }
    return handles;
  }

  private static JsonNode groups(JsonNode document) {
    return document.path("handling").path("audience").path("groups");
  }

  private List<Fault> groupFaults(JsonNode groups, JsonNode before) {
    var faults = new ArrayList<Fault>();
    var named = new HashSet<String>();
    before.forEach(group -> named.add(group.asText()));
    var handles = new HashSet<String>();
    for (int i = 0; i < Math.min(groups.size(), MAX_NAMES); i++) {
      if (Lexical.HANDLE.accepts(groups.path(i).asText())) {
        handles.add(groups.path(i).asText());
      }
    }
    var unknown = audiences.unknownGroupsAmong(handles, named);
    for (int i = 0; i < Math.min(groups.size(), MAX_NAMES); i++) {
      if (unknown.contains(groups.path(i).asText())) {
        faults.add(
            new Fault("unknown-group", "#/handling/audience/groups/" + i, Audiences.NO_SUCH_GROUP));
      }
    }
    return faults;
  }

  /** The handles of all agencies that a handling names. */
  public static Set<String> agenciesOf(@Nullable Handling handling) {
    var named = new HashSet<String>();
    if (handling != null && handling.audience() != null) {
      named.addAll(list(handling.audience().agencies()));
    }
    if (handling != null && handling.barred() != null) {
      named.addAll(list(handling.barred().agencies()));
    }
    return named;
  }

  /**
   * Whom a handling reaches beside the owner, bars aside; nobody without one.
   *
   * @param jurisdiction the owner's
   * @param named the agencies that it names, by handle
   */
  public static Reach reach(
      @Nullable Handling handling, @Nullable String jurisdiction, Map<String, Member> named) {
    return handling == null
        ? Reach.NOBODY
        : Marking.of(handling.marking())
            .orElse(Marking.DEFAULT)
            .reach(
                handling.audience(),
                jurisdiction,
                named.entrySet().stream()
                    .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue().id())));
  }

  /** The principals that a handling bars. */
  public static Set<String> barredBy(@Nullable Handling handling, Map<String, Member> named) {
    var barred = new HashSet<String>();
    if (handling != null && handling.barred() != null) {
      list(handling.barred().jurisdictions()).forEach(code -> barred.add(Principal.state(code)));
      for (var handle : list(handling.barred().agencies())) {
        barred.add(Principal.agency(Objects.requireNonNull(named.get(handle)).id()));
      }
    }
    return barred;
  }

  private static List<String> list(@Nullable List<String> items) {
    return items == null ? List.of() : items;
  }

  /** Leaves of a handling what a reader learns who is not the owner: how to handle what is seen. */
  public static void leaveMarkingOnly(JsonNode document, String member) {
    if (document.get(member) instanceof ObjectNode handling) {
      handling.retain("marking");
    }
  }
}
