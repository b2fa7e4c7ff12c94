package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tnregistry.incident.ProceedingHearings;
import org.tnregistry.incident.ProceedingState;
import org.tnregistry.incident.document.Proceeding;

/** What is pending today. */
final class Requests {
  /** What one state asks of another, or of the world. */
  static final Set<String> TYPES =
      Set.of(
          "extradition-request",
          "mutual-legal-assistance-request",
          "data-request",
          "interpol-red-notice",
          "interpol-diffusion",
          "wanted-listing");

  private Requests() {}

  /** The longest open first. */
  static List<OpenRequest> open(List<CaseMember> members, LocalDate today) {
    var open = new ArrayList<OpenRequest>();
    for (var member : members) {
      for (var proceeding : member.proceedings()) {
        var state = ProceedingState.of(proceeding, today);
        if (TYPES.contains(proceeding.type())
            && proceeding.requestingState() != null
            && ProceedingState.isOpen(state.status())) {
          open.add(
              new OpenRequest(
                  member.part("proceedings", proceeding.id()),
                  proceeding.type(),
                  proceeding.requestingState(),
                  proceeding.requestedState(),
                  state.status(),
                  state.openSince(),
                  state.openForDays(),
                  ProceedingHearings.of(proceeding).next(today).orElse(null)));
        }
      }
    }
    open.sort(Days.byDay(OpenRequest::openSince).thenComparing(OpenRequest::rests));
    return open;
  }

  /** The next one first. */
  static List<CourtDates> hearings(List<CaseMember> members, LocalDate today) {
    var dates = new ArrayList<CourtDates>();
    for (var member : members) {
      for (var proceeding : member.proceedings()) {
        var hearings = ProceedingHearings.of(proceeding);
        var next = hearings.next(today).orElse(null);
        if (next != null || hearings.postponed() > 0) {
          dates.add(
              new CourtDates(
                  member.part("proceedings", proceeding.id()),
                  proceeding.type(),
                  ProceedingState.of(proceeding, today).status(),
                  next,
                  hearings.postponed(),
                  postponements(member, proceeding)));
        }
      }
    }
    dates.sort(Days.byDay(CourtDates::nextHearing).thenComparing(comparing(CourtDates::rests)));
    return dates;
  }

  private static List<Part> postponements(CaseMember member, Proceeding proceeding) {
    var milestones = CaseMember.list(proceeding.milestones());
    return IntStream.range(0, milestones.size())
        .filter(i -> milestones.get(i).type().equals(ProceedingHearings.POSTPONED))
        .mapToObj(i -> member.milestone(proceeding, i))
        .toList();
  }
}
