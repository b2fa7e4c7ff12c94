package org.tnregistry.cases.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import org.tnregistry.shared.paging.Room;

/**
 * What happened, across incidents and states, in its order. The first events alone where there are
 * more than anybody reads: a short step of a proceeding makes a long event.
 */
final class Timeline {
  static final int MOST_EVENTS = 5_000;

  /** In the texts of events, which bear the title of their incident. */
  private static final long MOST_CHARACTERS = 4_000_000;

  private final Comparator<TimelineEvent> order =
      Days.chronological(TimelineEvent::date)
          .thenComparing(TimelineEvent::rests)
          .thenComparing(TimelineEvent::kind);
  private final List<TimelineEvent> events = new ArrayList<>();
  private boolean isCut;

  private Timeline() {}

  /**
   * @param whenCut told when events were left out
   */
  static List<TimelineEvent> of(List<CaseMember> members, Runnable whenCut) {
    var timeline = new Timeline();
    members.forEach(timeline::add);
    timeline.sort();
    var room = new Room(MOST_CHARACTERS);
    var first =
        timeline.events.stream()
            .takeWhile(e -> room.takes(Room.length(e.label()) + Room.length(e.body())))
            .toList();
    if (timeline.isCut || room.isFull()) {
      whenCut.run();
    }
    return first;
  }

  private void add(TimelineEvent event) {
    events.add(event);
    if (events.size() == 2 * MOST_EVENTS) {
      sort();
    }
  }

  private void sort() {
    events.sort(order);
    if (events.size() > MOST_EVENTS) {
      events.subList(MOST_EVENTS, events.size()).clear();
      isCut = true;
    }
  }

  private void add(CaseMember member) {
    var label = member.document().title();
    for (var act : member.acts()) {
      var place = act.place();
      var states =
          Stream.concat(
              Stream.of(place).filter(Objects::nonNull).map(p -> p.country()),
              member.actorsOf(act).stream().map(Actor::state));
      add(
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
      add(
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
      add(
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
      add(
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
    var named = new HashSet<>(CaseMember.list(finding.proceedings()));
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
