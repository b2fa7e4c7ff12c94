package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tnregistry.cases.pattern.IncidentLinks.Link;
import org.tnregistry.cases.pattern.Lineage.Stage;
import org.tnregistry.cases.pattern.Lineage.Through;

/**
 * Finds the chains from a domestic proceeding to notices, requests, their execution and suits. The
 * core of one is a case number that several proceedings share. To it come the other instruments of
 * the same incidents, those of incidents that links tie to these, and, as the weakest, those that
 * an actor of the chain uses. Where no number is shared, links alone make a chain.
 */
final class Lineages {
  private static final List<String> STAGES =
      List.of("domestic-proceeding", "notice", "request", "execution", "suit", "other");
  private static final String STATED = "stated";

  private final IncidentLinks links;
  private final List<Instrument> all;

  private Lineages(List<CaseMember> members) {
    this.links = IncidentLinks.of(members);
    this.all =
        members.stream()
            .flatMap(m -> m.proceedings().stream().map(p -> new Instrument(m, p)))
            .sorted(Instrument.ORDER)
            .toList();
  }

  static List<Lineage> of(List<CaseMember> members) {
    var lineages = new Lineages(members);
    var found = new ArrayList<Lineage>();
    var reached = new TreeSet<UUID>();
    lineages
        .byNumber()
        .forEach(
            (number, core) -> {
              if (core.size() > 1) {
                found.add(lineages.ofNumber(number, core, reached));
              }
            });
    found.addAll(lineages.ofLinks(reached));
    return found;
  }

  private SortedMap<String, List<Instrument>> byNumber() {
    var byNumber = new TreeMap<String, List<Instrument>>();
    for (var instrument : all) {
      instrument
          .caseNumbers()
          .forEach(n -> byNumber.computeIfAbsent(n, k -> new ArrayList<>()).add(instrument));
    }
    return byNumber;
  }

  private Lineage ofNumber(String number, List<Instrument> core, Collection<UUID> reached) {
    var chain = new TreeMap<Part, List<Stage>>();
    for (var instrument : core) {
      chain.put(instrument.part(), instrument.stages("shared-case-number", "strong", null));
    }
    var incidents = core.stream().map(Instrument::incident).collect(Collectors.toSet());
    var ties = links.from(incidents);
    for (var instrument : usedIn(ties.keySet(), chain)) {
      var link = ties.get(instrument.incident());
      chain.put(
          instrument.part(),
          link == null
              ? instrument.stages("same-incident", STATED, within(instrument))
              : instrument.stages("incident-link", STATED, through(link)));
    }
    reached.addAll(ties.keySet());
    addThoseOfUsers(chain);
    return new Lineage(number, inOrder(chain.values()));
  }

  /** The instruments against the target, of these incidents, that are not in the chain. */
  private List<Instrument> usedIn(Collection<UUID> incidents, Map<Part, List<Stage>> chain) {
    return all.stream()
        .filter(i -> incidents.contains(i.incident()) && !chain.containsKey(i.part()))
        .filter(Instrument::isUsedAgainstTarget)
        .toList();
  }

  private void addThoseOfUsers(Map<Part, List<Stage>> chain) {
    var users = new TreeMap<UUID, UUID>();
    for (var instrument : all) {
      if (chain.containsKey(instrument.part())) {
        instrument.users().forEach(u -> users.putIfAbsent(u, instrument.incident()));
      }
    }
    for (var instrument : usedIn(links.incidents(), chain)) {
      for (var user : instrument.users()) {
        var incident = users.get(user);
        if (incident != null) {
          var through = new Through(incident, null, null, user);
          chain.putIfAbsent(instrument.part(), instrument.stages("shared-actor", "weak", through));
        }
      }
    }
  }

  /** Of the incidents that no number reached. */
  private List<Lineage> ofLinks(Collection<UUID> reached) {
    var found = new ArrayList<Lineage>();
    var done = new TreeSet<>(reached);
    for (var instrument : all) {
      if (done.contains(instrument.incident()) || !instrument.isUsedAgainstTarget()) {
        continue;
      }
      var ties = links.from(List.of(instrument.incident()));
      ties.keySet().removeAll(reached);
      done.addAll(ties.keySet());
      var used = usedIn(ties.keySet(), Map.of());
      if (used.stream().map(Instrument::incident).distinct().count() > 1) {
        var stages =
            used.stream()
                .map(u -> u.stages("incident-link", STATED, through(links.first(u.incident()))))
                .toList();
        found.add(new Lineage(null, inOrder(stages)));
      }
    }
    return found;
  }

  private static Through within(Instrument instrument) {
    return new Through(instrument.incident(), null, null, null);
  }

  private static Through through(Link link) {
    return new Through(link.other(), link.type(), link.statedBy(), null);
  }

  private static List<Stage> inOrder(Collection<List<Stage>> stages) {
    return stages.stream()
        .flatMap(List::stream)
        .sorted(
            Days.byDay(Stage::earliest)
                .thenComparing(s -> STAGES.indexOf(s.stage()))
                .thenComparing(comparing(Stage::rests)))
        .toList();
  }
}
