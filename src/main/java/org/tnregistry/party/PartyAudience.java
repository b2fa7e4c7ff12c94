package org.tnregistry.party;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Agencies.Member;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.ConsentItem;
import org.tnregistry.access.Handling;
import org.tnregistry.access.Marking;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.access.Viewer;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.schema.Lexical;

/**
 * Settles who sees a party beside its owner: whom its handling names, less those to whom the person
 * said no, and never the state whose national a person is, unless it is the owner's own.
 */
@ApplicationScoped
class PartyAudience {
  /** The schema refuses more. */
  private static final int MAX_NAMES = 200;

  private final Agencies agencies;
  private final Audiences audiences;

  PartyAudience(Agencies agencies, Audiences audiences) {
    this.agencies = agencies;
    this.audiences = audiences;
  }

  /** Sets the audience of the party by its document. */
  void settle(PartyEntity party, PartyDocument document, Viewer owner) {
    var named = agencies.named(named(document.handling()));
    var reach = reach(document, owner, named);
    party.reach = audiences.numbersOf(List.of(reach)).getOrDefault(reach, Visibility.NOBODY);
    var barred = new TreeSet<String>();
    var handling = document.handling();
    if (handling != null && handling.barred() != null) {
      list(handling.barred().jurisdictions()).forEach(code -> barred.add(Principal.state(code)));
      for (var handle : list(handling.barred().agencies())) {
        barred.add(Principal.agency(Objects.requireNonNull(named.get(handle)).id()));
      }
    }
    if (document.ofPerson()
        && document.state() != null
        && !document.state().equals(owner.jurisdiction())) {
      barred.add(Principal.state(document.state()));
    }
    party.bars = audiences.numberOf(barred);
  }

  static Reach reach(PartyDocument document, Viewer owner, Map<String, Member> named) {
    if (document.refusesRecording()) {
      return Reach.NOBODY;
    }
    var handling = document.handling();
    var ids =
        named.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue().id()));
    var reach =
        handling == null
            ? Reach.NOBODY
            : Marking.of(handling.marking())
                .orElse(Marking.DEFAULT)
                .reach(handling.audience(), owner.jurisdiction(), ids);
    var consent = document.consent();
    if (consent != null && isClosed(consent.governments())) {
      reach = reach.and(Reach.of(Set.of(Principal.NGOS)));
    }
    if (consent != null && isClosed(consent.ngos())) {
      reach = reach.and(Reach.of(Set.of(Principal.GOVERNMENTS)));
    }
    // The public names nobody: without a yes to it, a party that anyone may see is the members'.
    boolean publiclyNamed =
        consent != null
            && consent.publicNaming() != null
            && consent.publicNaming().state().equals("given");
    return document.ofPerson() && !publiclyNamed
        ? reach.and(Reach.of(Set.of(Principal.MEMBER)))
        : reach;
  }

  private static boolean isClosed(@Nullable ConsentItem item) {
    return item != null && item.closes();
  }

  private static Set<String> named(@Nullable Handling handling) {
    var named = new HashSet<String>();
    if (handling != null && handling.audience() != null) {
      named.addAll(list(handling.audience().agencies()));
    }
    if (handling != null && handling.barred() != null) {
      named.addAll(list(handling.barred().agencies()));
    }
    return named;
  }

  /** Whom the handling names exists, and is within its marking. */
  List<Fault> check(JsonNode document) {
    var handling = document.path("handling");
    var faults = agencyFaults(handling);
    faults.addAll(groupFaults(handling.path("audience").path("groups")));
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

  private List<Fault> groupFaults(JsonNode groups) {
    var faults = new ArrayList<Fault>();
    var handles = new HashSet<String>();
    for (int i = 0; i < Math.min(groups.size(), MAX_NAMES); i++) {
      if (Lexical.HANDLE.accepts(groups.path(i).asText())) {
        handles.add(groups.path(i).asText());
      }
    }
    var unknown = audiences.unknownGroupsAmong(handles);
    for (int i = 0; i < Math.min(groups.size(), MAX_NAMES); i++) {
      if (unknown.contains(groups.path(i).asText())) {
        faults.add(
            new Fault(
                "unknown-group", "#/handling/audience/groups/" + i, "No group has this handle."));
      }
    }
    return faults;
  }

  private static List<String> list(@Nullable List<String> items) {
    return items == null ? List.of() : items;
  }
}
