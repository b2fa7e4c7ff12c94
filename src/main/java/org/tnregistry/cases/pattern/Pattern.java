package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tnregistry.cases.pattern.PatternView.Gap;
import org.tnregistry.cases.pattern.PatternView.Member;
import org.tnregistry.cases.pattern.PatternView.StateInRole;
import org.tnregistry.incident.finding.Divergence;
import org.tnregistry.incident.finding.FindingStatement;

/**
 * Puts the pattern of a case together. The same members give the same pattern in whatever order
 * they come, and nothing is cited but them. Pure.
 */
final class Pattern {
  private static final String UNKNOWN = "unknown";

  private Pattern() {}

  /**
   * @param given no incident twice
   * @param isWhole whether no incident of the case was left out
   * @param family of a tactic
   */
  static PatternView of(
      Collection<CaseMember> given,
      boolean isWhole,
      UnaryOperator<String> family,
      LocalDate today) {
    var members = given.stream().sorted(comparing(CaseMember::incident)).toList();
    var standing = members.stream().filter(CaseMember::stands).toList();
    var truncated = new ArrayList<String>();
    if (!isWhole) {
      truncated.add("members");
    }
    var timeline = Timeline.of(standing, () -> truncated.add("timeline"));
    var recurring = RecurringActor.of(standing, () -> truncated.add("recurringActors"));
    var lineages = Lineages.of(standing, () -> truncated.add("lineages"));
    var divergence =
        Divergence.of(
            standing.stream()
                .flatMap(m -> FindingStatement.of(m.incident(), m.document()).stream())
                .toList());
    if (divergence.truncated()) {
      truncated.add("divergence");
    }
    return new PatternView(
        members.stream()
            .map(m -> new Member(m.incident(), m.reference(), m.status(), m.stands(), m.assessed()))
            .toList(),
        timeline,
        states(standing),
        Tactics.of(standing, family),
        Tactics.escalation(standing, family),
        recurring,
        lineages,
        Requests.open(standing, today),
        Requests.hearings(standing, today),
        StateReaction.of(standing),
        divergence,
        missing(standing),
        truncated);
  }

  private record Role(String role, String state) {}

  private static List<StateInRole> states(List<CaseMember> members) {
    var incidents =
        new TreeMap<Role, TreeSet<UUID>>(comparing(Role::role).thenComparing(Role::state));
    for (var member : members) {
      for (var role : CaseMember.list(member.document().stateRoles())) {
        incidents
            .computeIfAbsent(new Role(role.role(), role.state()), r -> new TreeSet<>())
            .add(member.incident());
      }
    }
    return incidents.entrySet().stream()
        .map(e -> new StateInRole(e.getKey().role(), e.getKey().state(), List.copyOf(e.getValue())))
        .toList();
  }

  private static List<Gap> missing(List<CaseMember> members) {
    var gaps = new ArrayList<Gap>();
    gap("no-assessment", members, m -> !m.assessed(), gaps);
    gap("no-source", members, m -> CaseMember.list(m.document().sources()).isEmpty(), gaps);
    gap(
        "no-response",
        members,
        m ->
            CaseMember.list(m.document().responses()).stream()
                .allMatch(r -> r.type().equals(UNKNOWN)),
        gaps);
    gap("no-attribution", members, Pattern::isUnattributed, gaps);
    gap("no-period", members, m -> m.document().period() == null, gaps);
    var undated =
        members.stream()
            .flatMap(
                m ->
                    m.acts().stream()
                        .filter(a -> a.period() == null)
                        .map(a -> m.part("acts", a.id())))
            .sorted()
            .toList();
    if (!undated.isEmpty()) {
      gaps.add(
          new Gap(
              "undated-acts", undated.stream().map(Part::incident).distinct().toList(), undated));
    }
    return gaps;
  }

  private static boolean isUnattributed(CaseMember member) {
    var attribution = member.document().attribution();
    return attribution == null || attribution.level().equals(UNKNOWN);
  }

  private static void gap(
      String code, List<CaseMember> members, Predicate<CaseMember> lacks, List<Gap> into) {
    var incidents = members.stream().filter(lacks).map(CaseMember::incident).toList();
    if (!incidents.isEmpty()) {
      into.add(new Gap(code, incidents, List.of()));
    }
  }
}
