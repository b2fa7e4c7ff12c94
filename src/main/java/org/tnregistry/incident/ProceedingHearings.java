package org.tnregistry.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;

/**
 * The hearings of a proceeding, from its milestones. Pure.
 *
 * @param standing the days of those that were set and not postponed, past or to come, in order
 * @param postponed how often one was postponed
 */
public record ProceedingHearings(List<LocalDate> standing, int postponed) {
  public static final String SCHEDULED = "hearing-scheduled";
  public static final String POSTPONED = "hearing-postponed";

  /** In a proceeding that is over, only a hearing that was set after its end stands. */
  public static ProceedingHearings of(Proceeding proceeding) {
    var given = IncidentFacets.list(proceeding.milestones());
    var standing = new ArrayList<>(placesOf(SCHEDULED, given));
    var postponements = placesOf(POSTPONED, given);
    for (int place : postponements) {
      standing.remove(postponedAt(place, given, standing));
    }
    int end = placeOfTheEnd(proceeding, given);
    var days =
        standing.stream()
            .filter(place -> place > end)
            .flatMap(place -> ProceedingState.day(given.get(place)).stream())
            .sorted()
            .toList();
    return new ProceedingHearings(days, postponements.size());
  }

  /** The first that is not past. */
  public Optional<LocalDate> next(LocalDate today) {
    return standing.stream().filter(day -> !day.isBefore(today)).findFirst();
  }

  Optional<LocalDate> last() {
    return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
  }

  private static List<Integer> placesOf(String type, List<Milestone> given) {
    return IntStream.range(0, given.size())
        .filter(place -> given.get(place).type().equals(type))
        .boxed()
        .toList();
  }

  /**
   * The place of the hearing that a postponement is of: of those given before it the first on its
   * day or later, for one decided before the day of the hearing is dated before it; else the last.
   * Where none is given before it, the last by date.
   */
  private static @Nullable Integer postponedAt(
      int postponement, List<Milestone> given, List<Integer> standing) {
    var day = ProceedingState.day(given.get(postponement)).orElse(null);
    if (placesOf(SCHEDULED, given.subList(0, postponement)).isEmpty()) {
      return day == null
          ? null
          : dated(given, standing)
              .filter(p -> !dayAt(p, given).isAfter(day))
              .reduce((one, next) -> next)
              .orElse(null);
    }
    var before = standing.stream().filter(place -> place < postponement).toList();
    return dated(given, before)
        .filter(place -> day != null && !dayAt(place, given).isBefore(day))
        .findFirst()
        .or(() -> before.stream().reduce((one, next) -> next))
        .orElse(null);
  }

  private static Stream<Integer> dated(List<Milestone> given, List<Integer> places) {
    return places.stream()
        .filter(place -> ProceedingState.day(given.get(place)).isPresent())
        .sorted(Comparator.comparing(place -> dayAt(place, given)));
  }

  private static LocalDate dayAt(int place, List<Milestone> given) {
    return ProceedingState.day(given.get(place)).orElseThrow();
  }

  /** Before the first while it is open. */
  private static int placeOfTheEnd(Proceeding proceeding, List<Milestone> given) {
    return ProceedingState.isOver(proceeding)
        ? IntStream.range(0, given.size())
            .filter(place -> ProceedingState.ends(given.get(place)))
            .max()
            .orElse(-1)
        : -1;
  }
}
