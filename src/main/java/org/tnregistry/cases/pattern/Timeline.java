package org.tnregistry.cases.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.ProceedingHearings;
import org.tnregistry.incident.document.Actor;
import org.tnregistry.incident.document.Finding;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;

/** What happened, across incidents and states, in its order. */
final class Timeline {
  private final List<TimelineEvent> events = new ArrayList<>();

  private Timeline() {}

  static List<TimelineEvent> of(List<CaseMember> members) {
    var timeline = new Timeline();
    members.forEach(timeline::add);
    return timeline.events.stream()
        .sorted(
            Days.chronological(TimelineEvent::date)
                .thenComparing(TimelineEvent::rests)
                .thenComparing(TimelineEvent::kind))
        .toList();
  }

  private void add(CaseMember member) {
    var label = member.document().title();
    for (var act : member.acts()) {
      var place = act.place();
      var states =
          Stream.concat(
              Stream.of(place).filter(Objects::nonNull).map(p -> p.country()),
              member.actorsOf(act).stream().map(Actor::state));
      events.add(
          new TimelineEvent(
              "act",
              act.tactic(),
              act.period(),
              distinct(states),
              member.part("acts", act.id()),
              label,
              null));
    }
    member.proceedings().forEach(p -> milestones(member, p, label));
    for (var finding : CaseMember.list(member.document().findings())) {
      events.add(
          new TimelineEvent(
              "finding",
              finding.bodyKind(),
              finding.date(),
              states(member, finding),
              member.part("findings", finding.id()),
              label,
              finding.body()));
    }
    for (var response : CaseMember.list(member.document().responses())) {
      events.add(
          new TimelineEvent(
              "response",
              response.type(),
              response.date(),
              List.of(response.state()),
              member.part("responses", response.id()),
              label,
              response.body()));
    }
  }

  private void milestones(CaseMember member, Proceeding proceeding, Map<String, String> label) {
    var milestones = CaseMember.list(proceeding.milestones());
    for (int i = 0; i < milestones.size(); i++) {
      var milestone = milestones.get(i);
      events.add(
          new TimelineEvent(
              isHearing(milestone) ? "hearing" : "milestone",
              milestone.type(),
              milestone.date(),
              distinct(
                  Stream.of(
                      milestone.state(),
                      proceeding.requestingState(),
                      proceeding.requestedState())),
              member.milestone(proceeding, i),
              label,
              milestone.body()));
    }
  }

  private static boolean isHearing(Milestone milestone) {
    return milestone.type().equals(ProceedingHearings.SCHEDULED)
        || milestone.type().equals(ProceedingHearings.POSTPONED);
  }

  private static List<String> states(CaseMember member, Finding finding) {
    var named = CaseMember.list(finding.proceedings());
    return distinct(
        member.proceedings().stream()
            .filter(p -> named.contains(p.id()))
            .flatMap(p -> Stream.of(p.requestingState(), p.requestedState())));
  }

  private static List<String> distinct(Stream<@Nullable String> states) {
    return List.copyOf(
        states.filter(Objects::nonNull).collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
  }
}
