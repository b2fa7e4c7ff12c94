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
 * @param openSince the first day the first milestone can lie on
 * @param endedSince the first day the deciding milestone can lie on; null while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProceedingState")
public record ProceedingState(
    @Schema(required = true) String id,
    @Schema(required = true) String type,
    @Schema(required = true, examples = "open") String status,
    @Nullable LocalDate openSince,
    @Nullable LocalDate endedSince,
    @Nullable @Schema(description = "Days from openSince to today, for an open proceeding")
        Long openForDays) {

  private static final String OPEN = "open";
  private static final String SUSPENDED = "suspended";

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
        case "upheld" -> status = standing == null ? status : standing;
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
