package org.tnregistry.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;
import org.tnregistry.shared.date.Edtf;

/**
 * Where a proceeding stands, computed from its milestones: the last decisive one decides. A
 * decision that was appealed is open again until it is upheld; one that was overturned stands no
 * more, whatever is upheld later. Pure.
 *
 * @param status a code of the taxonomy proceeding-status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProceedingState")
public record ProceedingState(
    @Schema(required = true) String id,
    @Schema(required = true) String type,
    @Schema(required = true, examples = "open") String status,
    @Nullable @Schema(description = OPEN_SINCE) LocalDate openSince,
    @Nullable @Schema(description = ENDED_SINCE) LocalDate endedSince,
    @Nullable @Schema(description = OPEN_FOR_DAYS) Long openForDays) {

  /** What contracts say of {@link #openSince}. */
  public static final String OPEN_SINCE =
      "The first possible day of the first milestone that is no hearing: of 201X, 2010-01-01. The"
          + " milestones say how exactly it is known";

  /** What contracts say of {@link #endedSince}. */
  public static final String ENDED_SINCE =
      "The first possible day of the milestone that decided; absent while open";

  /** What contracts say of {@link #openForDays}. */
  public static final String OPEN_FOR_DAYS =
      "Days from openSince to today, for an open proceeding: at most so many where the date is not"
          + " known to the day";

  private static final String OPEN = "open";
  private static final String SUSPENDED = "suspended";
  private static final String UPHELD = "upheld";

  /** A suspended proceeding is not over. */
  public static final List<String> OPEN_STATUSES = List.of(OPEN, SUSPENDED);

  /** The milestones that end a proceeding, each with a status of its name. */
  private static final Set<String> DECISIONS =
      Set.of(
          "granted",
          "refused",
          "cancelled",
          "executed",
          "dismissed",
          "convicted",
          "acquitted",
          "discontinued",
          "withdrawn",
          "closed");

  private static final Set<String> HEARINGS =
      Set.of(ProceedingHearings.SCHEDULED, ProceedingHearings.POSTPONED);

  public static ProceedingState of(Proceeding proceeding, LocalDate today) {
    var milestones = inOrder(proceeding);
    var status = milestones.isEmpty() ? "unknown" : OPEN;
    String standing = null;
    LocalDate endedSince = null;
    for (var milestone : milestones) {
      switch (milestone.type()) {
        case "appealed" -> status = OPEN;
        case "overturned" -> {
          status = OPEN;
          standing = null;
        }
        case UPHELD -> status = standing == null ? status : standing;
        case SUSPENDED -> status = SUSPENDED;
        default -> {
          if (!DECISIONS.contains(milestone.type())) {
            continue;
          }
          status = milestone.type();
          standing = status;
        }
      }
      endedSince = isOpen(status) ? null : day(milestone).orElse(null);
    }
    var openSince =
        milestones.stream()
            .filter(m -> !HEARINGS.contains(m.type()))
            .map(ProceedingState::day)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null);
    return new ProceedingState(
        proceeding.id(),
        proceeding.type(),
        status,
        openSince,
        endedSince,
        openForDays(status, openSince, today));
  }

  /** Null for a proceeding that is not open, or of which nobody knows since when. */
  public static @Nullable Long openForDays(
      String status, @Nullable LocalDate openSince, LocalDate today) {
    return isOpen(status) && openSince != null
        ? Math.max(0, ChronoUnit.DAYS.between(openSince, today))
        : null;
  }

  /** Whether its milestones have ended it, by whatever day. */
  static boolean isOver(Proceeding proceeding) {
    var status = of(proceeding, Edtf.LAST_DAY).status();
    return DECISIONS.contains(status);
  }

  static boolean ends(Milestone milestone) {
    return DECISIONS.contains(milestone.type()) || milestone.type().equals(UPHELD);
  }

  public static boolean isOpen(String status) {
    return OPEN_STATUSES.contains(status);
  }

  /**
   * By date, when every milestone has one; else as given, for an undated one has its place there
   * only.
   */
  static List<Milestone> inOrder(Proceeding proceeding) {
    List<Milestone> given = proceeding.milestones() == null ? List.of() : proceeding.milestones();
    var days = given.stream().map(m -> day(m)).toList();
    if (!days.stream().allMatch(Optional::isPresent)) {
      return given;
    }
    return IntStream.range(0, given.size())
        .boxed()
        .sorted(Comparator.comparing(i -> days.get(i).orElseThrow()))
        .map(given::get)
        .toList();
  }

  static Optional<LocalDate> day(Milestone milestone) {
    return Optional.ofNullable(milestone.date()).map(Edtf::parse).map(Edtf::day);
  }
}
