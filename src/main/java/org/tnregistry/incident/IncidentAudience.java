package org.tnregistry.incident;

import static org.tnregistry.incident.IncidentFacets.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies.Member;
import org.tnregistry.access.Audience;
import org.tnregistry.access.Consent;
import org.tnregistry.access.ConsentItem;
import org.tnregistry.access.Handling;
import org.tnregistry.access.Marking;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.incident.document.Markable;
import org.tnregistry.incident.document.PartHandling;
import org.tnregistry.incident.document.TargetProfile;

/**
 * Who sees an incident beside its owner and who never does, worked out from the record itself.
 * Pure.
 *
 * @param reach whom the record reaches, bars aside
 * @param parts whom each part reaches that is marked by itself, such as {@code sources/s1}
 * @param bars the barred principals, each with the reasons that stand in the record
 * @param withheldFrom whom a target's consent takes out
 */
record IncidentAudience(
    Reach reach,
    SortedMap<String, Reach> parts,
    SortedMap<String, SortedSet<String>> bars,
    List<String> withheldFrom) {

  static final String NARRATIVE = "narrative";
  private static final String EVERYBODY = "everybody";

  /** The roles in which a state is on the side of those who act against the target. */
  private static final Set<String> BARRED_ROLES = Set.of("origin", "requesting", "co-operating");

  /**
   * @param jurisdiction the owner's
   * @param agencies those the document names, by handle
   */
  static IncidentAudience of(
      IncidentDocument document, @Nullable String jurisdiction, Map<String, Member> agencies) {
    var ids = new HashMap<String, UUID>();
    agencies.forEach((handle, member) -> ids.put(handle, member.id()));
    var handling = document.handling();
    var marking = marking(handling == null ? null : handling.marking());
    var withheld = withheldFrom(document);
    var reach =
        marking
            .reach(handling == null ? null : handling.audience(), jurisdiction, ids)
            .and(consented(withheld));
    var parts = new TreeMap<String, Reach>();
    markedParts(document)
        .forEach(
            (part, h) ->
                parts.put(
                    part, reach.and(marking(h.marking()).reach(h.audience(), jurisdiction, ids))));
    return new IncidentAudience(reach, parts, bars(document, ids), withheld);
  }

  /** The parts that are marked by themselves, with their handling. */
  static Map<String, PartHandling> markedParts(IncidentDocument document) {
    var parts = new TreeMap<String, PartHandling>();
    var narrative = document.narrativeHandling();
    if (narrative != null) {
      parts.put(NARRATIVE, narrative);
    }
    put("sources", document.sources(), parts);
    put("actors", document.actors(), parts);
    put("targets", document.targets(), parts);
    put("acts", document.acts(), parts);
    put("proceedings", document.proceedings(), parts);
    put("claims", document.claims(), parts);
    put("responses", document.responses(), parts);
    put("findings", document.findings(), parts);
    return parts;
  }

  private static void put(
      String list, @Nullable List<? extends Markable> items, Map<String, PartHandling> into) {
    for (var item : list(items)) {
      var handling = item.handling();
      if (handling != null) {
        into.put(list + "/" + item.id(), handling);
      }
    }
  }

  /** The handles of all agencies that the document names in an audience or a bar. */
  static Set<String> namedAgencies(IncidentDocument document) {
    var named = new TreeSet<String>();
    var handling = document.handling();
    if (handling != null) {
      named.addAll(agenciesOf(handling.audience()));
      if (handling.barred() != null) {
        named.addAll(list(handling.barred().agencies()));
      }
    }
    markedParts(document).values().forEach(p -> named.addAll(agenciesOf(p.audience())));
    return named;
  }

  private static List<String> agenciesOf(@Nullable Audience audience) {
    return audience == null ? List.of() : list(audience.agencies());
  }

  private static Marking marking(@Nullable String code) {
    return code == null ? Marking.DEFAULT : Marking.of(code).orElse(Marking.DEFAULT);
  }

  private static Stream<Consent> consents(IncidentDocument document) {
    return list(document.targets()).stream().map(TargetProfile::consent).filter(Objects::nonNull);
  }

  private static List<String> withheldFrom(IncidentDocument document) {
    var withheld = new ArrayList<String>();
    withhold(document, Consent::recording, EVERYBODY, withheld);
    withhold(document, Consent::governments, Principal.GOVERNMENTS, withheld);
    withhold(document, Consent::ngos, Principal.NGOS, withheld);
    return withheld;
  }

  private static void withhold(
      IncidentDocument document,
      Function<Consent, @Nullable ConsentItem> item,
      String from,
      List<String> withheld) {
    if (consents(document).map(item).anyMatch(i -> i != null && i.closes())) {
      withheld.add(from);
    }
  }

  private static Reach consented(List<String> withheld) {
    var reach = Reach.ANYONE;
    if (withheld.contains(EVERYBODY)) {
      reach = Reach.NOBODY;
    }
    // The public holds governments and organisations alike.
    if (withheld.contains(Principal.GOVERNMENTS)) {
      reach = reach.and(Reach.of(List.of(Principal.NGOS)));
    }
    if (withheld.contains(Principal.NGOS)) {
      reach = reach.and(Reach.of(List.of(Principal.GOVERNMENTS)));
    }
    return reach;
  }

  private static SortedMap<String, SortedSet<String>> bars(
      IncidentDocument document, Map<String, UUID> ids) {
    var bars = new TreeMap<String, SortedSet<String>>();
    for (var role : list(document.stateRoles())) {
      if (BARRED_ROLES.contains(role.role())) {
        bar(bars, Principal.state(role.state()), role.role());
      }
    }
    for (var proceeding : list(document.proceedings())) {
      if (proceeding.requestingState() != null) {
        bar(bars, Principal.state(proceeding.requestingState()), "proceeding");
      }
    }
    Handling handling = document.handling();
    if (handling != null && handling.barred() != null) {
      list(handling.barred().jurisdictions()).forEach(s -> bar(bars, Principal.state(s), "added"));
      list(handling.barred().agencies()).stream()
          .map(ids::get)
          .filter(Objects::nonNull)
          .forEach(id -> bar(bars, Principal.agency(id), "added"));
    }
    return bars;
  }

  private static void bar(Map<String, SortedSet<String>> bars, String principal, String because) {
    bars.computeIfAbsent(principal, p -> new TreeSet<>()).add(because);
  }
}
