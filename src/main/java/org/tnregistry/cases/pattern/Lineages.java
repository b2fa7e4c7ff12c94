package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.cases.pattern.IncidentLinks.Link;
import org.tnregistry.cases.pattern.Lineage.Stage;
import org.tnregistry.cases.pattern.Lineage.Through;

/**
 * Finds the chains from a domestic proceeding to notices, requests, their execution and suits. The
 * core of one are proceedings that case numbers lead through: two with one number, and whatever
 * shares another one with either. To it come the other instruments of the same incidents, those of
 * incidents that links tie to these, and, as the weakest, those that an actor of the chain uses.
 * Where no number is shared, links alone make a chain.
 */
final class Lineages {
  /** In all chains together: each repeats whatever else is tied to it. */
  static final int MOST_STAGES = 2_000;

  static final int MOST = 200;

  private static final List<String> STAGES =
      List.of("domestic-proceeding", "notice", "request", "execution", "suit", "other");
  private static final String STATED = "stated";

  private final IncidentLinks links;
  private final List<Instrument> all;

  /** Those against the target. */
  private final Map<UUID, List<Instrument>> usedIn = new HashMap<>();

  private final Map<UUID, List<Instrument>> usedBy = new HashMap<>();
  private final List<Lineage> found = new ArrayList<>();
  private int stages;
  private boolean isCut;

  private Lineages(List<CaseMember> members) {
    this.links = IncidentLinks.of(members);
    this.all =
        members.stream().flatMap(m -> Instrument.of(m).stream()).sorted(Instrument.ORDER).toList();
    for (var instrument : all) {
      if (instrument.isUsedAgainstTarget()) {
        usedIn.computeIfAbsent(instrument.incident(), i -> new ArrayList<>()).add(instrument);
        instrument
            .users()
            .forEach(u -> usedBy.computeIfAbsent(u, k -> new ArrayList<>()).add(instrument));
      }
    }
  }

  /**
   * Those by number first. Of the one that finds no room the weakest ties are left out.
   *
   * @param whenCut told when stages or chains were left out
   */
  static List<Lineage> of(List<CaseMember> members, Runnable whenCut) {
    var lineages = new Lineages(members);
    var reached = new TreeSet<UUID>();
    lineages.ofNumbers(reached);
    lineages.ofLinks(reached);
    if (lineages.isCut) {
      whenCut.run();
    }
    return List.copyOf(lineages.found);
  }

  /** What ties each stage, the strongest first, as far as there is room. */
  private final class Chain {
    private final Map<Part, Instrument> instruments = new TreeMap<>();
    private final List<Stage> stages = new ArrayList<>();

    boolean holds(Instrument instrument) {
      return instruments.containsKey(instrument.part());
    }

    void add(Instrument instrument, List<Stage> its) {
      int left = MOST_STAGES - Lineages.this.stages - stages.size();
      isCut |= its.size() > left;
      if (left > 0) {
        instruments.put(instrument.part(), instrument);
        stages.addAll(its.subList(0, Math.min(left, its.size())));
      }
    }

    /** One stage alone, where there is room for no more, leads from nothing to nothing. */
    void end(List<String> numbers) {
      if (stages.size() > 1) {
        Lineages.this.stages += stages.size();
        found.add(
            numbers.isEmpty()
                ? new Lineage(null, null, inOrder(stages))
                : new Lineage(numbers.get(0), numbers, inOrder(stages)));
      }
    }
  }

  /** Whether no further chain finds room; there is one. */
  private boolean isFull() {
    boolean isFull = isCut || found.size() >= MOST || stages > MOST_STAGES - 2;
    isCut |= isFull;
    return isFull;
  }

  private void ofNumbers(Collection<UUID> reached) {
    var byNumber = byNumber();
    byNumber.values().removeIf(sharing -> sharing.size() < 2);
    var done = new TreeSet<String>();
    for (var number : byNumber.keySet()) {
      if (!done.contains(number)) {
        if (isFull()) {
          return;
        }
        var core = new TreeMap<Part, Instrument>();
        var numbers = connected(number, byNumber, core);
        done.addAll(numbers);
        var ties = links.from(core.values().stream().map(Instrument::incident).toList());
        reached.addAll(ties.keySet());
        ofNumbers(List.copyOf(numbers), core.values(), ties);
      }
    }
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

  /**
   * The numbers that instruments lead to from this one.
   *
   * @param core takes the instruments
   */
  private static SortedSet<String> connected(
      String number, Map<String, List<Instrument>> byNumber, Map<Part, Instrument> core) {
    var numbers = new TreeSet<>(List.of(number));
    var open = new ArrayDeque<>(numbers);
    while (!open.isEmpty()) {
      for (var instrument : byNumber.getOrDefault(open.remove(), List.of())) {
        if (core.putIfAbsent(instrument.part(), instrument) == null) {
          instrument.caseNumbers().stream()
              .filter(n -> byNumber.containsKey(n) && numbers.add(n))
              .forEach(open::add);
        }
      }
    }
    return numbers;
  }

  private void ofNumbers(
      List<String> numbers, Collection<Instrument> core, Map<UUID, @Nullable Link> ties) {
    var chain = new Chain();
    core.forEach(i -> chain.add(i, i.stages("shared-case-number", "strong", null)));
    for (var instrument : usedIn(ties.keySet())) {
      if (!chain.holds(instrument)) {
        var link = ties.get(instrument.incident());
        chain.add(
            instrument,
            link == null
                ? instrument.stages("same-incident", STATED, within(instrument))
                : instrument.stages("incident-link", STATED, through(link)));
      }
    }
    addThoseOfUsers(chain);
    chain.end(numbers);
  }

  private List<Instrument> usedIn(Collection<UUID> incidents) {
    return incidents.stream().flatMap(i -> usedIn.getOrDefault(i, List.of()).stream()).toList();
  }

  private void addThoseOfUsers(Chain chain) {
    var users = new TreeMap<UUID, UUID>();
    for (var instrument : chain.instruments.values()) {
      instrument.users().forEach(u -> users.putIfAbsent(u, instrument.incident()));
    }
    var further = new TreeMap<Part, Instrument>();
    for (var user : users.keySet()) {
      for (var instrument : usedBy.getOrDefault(user, List.of())) {
        if (!chain.holds(instrument)) {
          further.put(instrument.part(), instrument);
        }
      }
    }
    for (var instrument : further.values()) {
      var user = instrument.users().stream().filter(users::containsKey).findFirst().orElseThrow();
      var through = new Through(users.getOrDefault(user, user), null, null, user);
      chain.add(instrument, instrument.stages("shared-actor", "weak", through));
    }
  }

  /** Of the incidents that no number reached. */
  private void ofLinks(Collection<UUID> reached) {
    var done = new TreeSet<>(reached);
    for (var incident : new TreeSet<>(usedIn.keySet())) {
      if (isCut || done.contains(incident)) {
        continue;
      }
      var ties = links.from(List.of(incident));
      ties.keySet().removeAll(reached);
      done.addAll(ties.keySet());
      var used = usedIn(ties.keySet());
      if (used.stream().map(Instrument::incident).distinct().count() > 1 && !isFull()) {
        var chain = new Chain();
        used.forEach(
            u ->
                chain.add(
                    u, u.stages("incident-link", STATED, through(links.first(u.incident())))));
        chain.end(List.of());
      }
    }
  }

  private static Through within(Instrument instrument) {
    return new Through(instrument.incident(), null, null, null);
  }

  private static Through through(Link link) {
    return new Through(link.other(), link.type(), link.statedBy(), null);
  }

  private static List<Stage> inOrder(Collection<Stage> stages) {
    return stages.stream()
        .sorted(
            Days.byDay(Stage::earliest)
                .thenComparing(s -> STAGES.indexOf(s.stage()))
                .thenComparing(comparing(Stage::rests)))
        .toList();
  }
}
