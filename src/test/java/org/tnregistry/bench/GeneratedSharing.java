package org.tnregistry.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tnregistry.bench.GeneratedIncident.Owner;

/**
 * Whom generated incidents are shared with: of ten recorded ones, four with every member, one with
 * anyone, two with two agencies named, three with nobody. The states in whose interest they
 * happened are barred. Thread-safe.
 */
final class GeneratedSharing {
  private static final int MEMBER = 1;
  private static final int ANYONE = 2;
  private static final int FIRST_NAMED = 3;
  private static final int NAMED = 100;
  private static final List<String> JURISDICTIONS =
      List.of("BE", "FR", "TR", "DE", "CA", "CN", "PL", "GB", "US", "SE");

  private final Map<String, Integer> barSets = new ConcurrentHashMap<>();
  private final AtomicInteger lastBarSet = new AtomicInteger();

  String jurisdiction(Owner owner) {
    return JURISDICTIONS.get(IncidentGenerator.owners().indexOf(owner) % JURISDICTIONS.size());
  }

  int reachOf(int number, GeneratedIncident incident) {
    if (incident.recordedAt() == null) {
      return 0;
    }
    return switch (number % 10) {
      case 0, 1, 2, 3 -> MEMBER;
      case 4 -> ANYONE;
      case 5, 6 -> FIRST_NAMED + number / 10 % NAMED;
      default -> 0;
    };
  }

  int barsOf(GeneratedIncident incident) {
    var states = new TreeSet<String>();
    var roles = incident.document().stateRoles();
    if (roles != null) {
      roles.stream()
          .filter(r -> r.role().equals("origin"))
          .forEach(r -> states.add("state:" + r.state()));
    }
    return states.isEmpty()
        ? 0
        : barSets.computeIfAbsent(String.join(" ", states), key -> lastBarSet.incrementAndGet());
  }

  /** The statements that make the reaches. */
  List<String> reaches() {
    var statements = new ArrayList<String>();
    reach(MEMBER, List.of("member"), statements);
    reach(ANYONE, List.of("anyone"), statements);
    var owners = IncidentGenerator.owners();
    for (int i = 0; i < NAMED; i++) {
      reach(
          FIRST_NAMED + i,
          List.of(
              "agency:" + owners.get(i % owners.size()).id(),
              "agency:" + owners.get((i / owners.size() + i + 1) % owners.size()).id()),
          statements);
    }
    return statements;
  }

  private static void reach(int id, List<String> principals, List<String> into) {
    into.add("INSERT INTO reach VALUES (%d, 'generated-%d', 1)".formatted(id, id));
    for (var principal : new TreeSet<>(principals)) {
      into.add("INSERT INTO reach_principal VALUES ('%s', %d, 0)".formatted(principal, id));
    }
  }

  /** The statements that make the sets of bars that were asked for. */
  List<String> bars() {
    var statements = new ArrayList<String>();
    barSets.forEach(
        (key, id) -> {
          statements.add("INSERT INTO bar_set VALUES (%d, '%s')".formatted(id, key));
          for (var principal : key.split(" ", -1)) {
            statements.add("INSERT INTO bar_principal VALUES ('%s', %d)".formatted(principal, id));
          }
        });
    return statements;
  }
}
