package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tnregistry.cases.pattern.Escalation.Step;
import org.tnregistry.cases.pattern.TacticFamily.OfTactic;

/** The tactics that were used, by family, and whether graver ones came later. */
final class Tactics {
  /**
   * From the least grave: against repute, watched, intruded on, confined, pursued at law, by the
   * force of another state, through relatives, by violence. The taxonomy has no order of its own.
   */
  private static final List<String> GRAVITY =
      List.of(
          "reputation-and-influence",
          "surveillance",
          "digital",
          "mobility-control",
          "lawfare",
          "co-opted-state",
          "coercion-by-proxy",
          "direct-attack");

  private record Done(String family, String tactic, @Nullable String date, Part part) {}

  private Tactics() {}

  /** The most frequent family first. */
  static List<TacticFamily> of(List<CaseMember> members, UnaryOperator<String> family) {
    return byFamily(members, family).entrySet().stream()
        .map(e -> family(e.getKey(), e.getValue()))
        .sorted(comparing(TacticFamily::count).reversed().thenComparing(TacticFamily::family))
        .toList();
  }

  private static Map<String, List<Done>> byFamily(
      List<CaseMember> members, UnaryOperator<String> family) {
    return members.stream()
        .flatMap(
            m ->
                m.acts().stream()
                    .map(
                        a ->
                            new Done(
                                family.apply(a.tactic()),
                                a.tactic(),
                                a.period(),
                                m.part("acts", a.id()))))
        .sorted(Days.<Done>chronological(Done::date).thenComparing(Done::part))
        .collect(Collectors.groupingBy(Done::family, TreeMap::new, Collectors.toList()));
  }

  private static TacticFamily family(String family, List<Done> acts) {
    var first = acts.get(0);
    boolean isDated = Days.of(first.date()) != null;
    var tactics =
        acts.stream()
            .collect(Collectors.groupingBy(Done::tactic, TreeMap::new, Collectors.toList()));
    return new TacticFamily(
        family,
        GRAVITY.contains(family) ? gravity(family) : null,
        acts.size(),
        isDated ? first.date() : null,
        isDated ? first.part() : null,
        tactics.entrySet().stream()
            .map(
                t ->
                    new OfTactic(
                        t.getKey(),
                        t.getValue().size(),
                        t.getValue().stream().map(Done::part).toList()))
            .toList());
  }

  private static int gravity(String family) {
    return GRAVITY.indexOf(family) + 1;
  }

  /** Of families that begin on one day the gravest comes first: they are no steps up. */
  static Escalation escalation(List<CaseMember> members, UnaryOperator<String> family) {
    var firsts =
        byFamily(members, family).values().stream()
            .map(acts -> acts.get(0))
            .filter(d -> Days.of(d.date()) != null && GRAVITY.contains(d.family()))
            .sorted(
                Days.<Done>byDay(d -> Days.of(d.date())).thenComparing(d -> -gravity(d.family())))
            .toList();
    var steps = new ArrayList<Step>();
    int gravest = 0;
    for (var first : firsts) {
      int gravity = gravity(first.family());
      boolean isGraver = !steps.isEmpty() && gravity > gravest;
      gravest = Math.max(gravest, gravity);
      steps.add(
          new Step(first.family(), gravity, isGraver, String.valueOf(first.date()), first.part()));
    }
    if (steps.size() < 2) {
      return new Escalation("undetermined", steps);
    }
    return new Escalation(
        steps.stream().anyMatch(Step::graver) ? "escalated" : "not-escalated", steps);
  }
}
