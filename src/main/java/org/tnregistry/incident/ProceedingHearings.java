package org.tnregistry.incident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;

/**
 * The hearings of a proceeding, from its milestones. Pure.
 *
 * @param standing the day of the last one that was set and not postponed, past or to come
 * @param postponed how often one was postponed
 */
public record ProceedingHearings(@Nullable LocalDate standing, int postponed) {
  public static final String SCHEDULED = "hearing-scheduled";
  public static final String POSTPONED = "hearing-postponed";

  public static ProceedingHearings of(Proceeding proceeding) {
    var milestones = ProceedingState.inOrder(proceeding);
    return new ProceedingHearings(
        standingHearing(proceeding, milestones),
        (int) milestones.stream().filter(m -> m.type().equals(POSTPONED)).count());
  }

  /**
   * The day of the last hearing that was set, unless a postponement follows it, by date or as
   * given: one that was decided before the day of the hearing is dated before it.
   */
  private static @Nullable LocalDate standingHearing(
      Proceeding proceeding, List<Milestone> milestones) {
    Milestone hearing = null;
    for (var milestone : milestones) {
      hearing = milestone.type().equals(SCHEDULED) ? milestone : hearing;
    }
    if (hearing == null
        || isPostponed(hearing, milestones)
        || isPostponed(hearing, IncidentFacets.list(proceeding.milestones()))) {
      return null;
    }
    return ProceedingState.day(hearing).orElse(null);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isPostponed(Milestone hearing, List<Milestone> milestones) {
    boolean isPostponed = false;
    for (var milestone : milestones) {
      if (milestone == hearing) {
        isPostponed = false;
      } else {
        isPostponed |= milestone.type().equals(POSTPONED);
      }
    }
    return isPostponed;
  }
}
