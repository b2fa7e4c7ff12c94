package org.tnregistry.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;
import org.tnregistry.shared.date.Edtf;

/**
 * Where a proceeding stands, computed from its milestones: the last decisive one decides. A
 * decision that was appealed or overturned is open again; one that was upheld stands as it was.
 * Pure.
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

  /** What each milestone makes of the proceeding; those absent change nothing once it is open. */
  private static final Map<String, String> DECIDES =
      Map.ofEntries(
          Map.entry("suspended", "suspended"),
          Map.entry("granted", "granted"),
          Map.entry("refused", "refused"),
          Map.entry("cancelled", "cancelled"),
          Map.entry("executed", "executed"),
          Map.entry("dismissed", "dismissed"),
          Map.entry("convicted", "convicted"),
          Map.entry("acquitted", "acquitted"),
          Map.entry("discontinued", "discontinued"),
          Map.entry("withdrawn", "withdrawn"),
          Map.entry("closed", "closed"),
          Map.entry("appealed", OPEN),
          Map.entry("overturned", OPEN));

  static ProceedingState of(Proceeding proceeding, LocalDate today) {
    var milestones = inOrder(proceeding);
    var status = milestones.isEmpty() ? "unknown" : OPEN;
    var beforeAppeal = OPEN;
    LocalDate endedSince = null;
    for (var milestone : milestones) {
      var next = milestone.type().equals("upheld") ? beforeAppeal : DECIDES.get(milestone.type());
      if (next != null) {
        if (!status.equals(OPEN)) {
          beforeAppeal = status;
        }
        status = next;
        endedSince = isOpen(status) ? null : day(milestone).orElse(null);
      }
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
        isOpen(status) && openSince != null ? ChronoUnit.DAYS.between(openSince, today) : null);
  }

  /** A suspended proceeding is not over. */
  private static boolean isOpen(String status) {
    return status.equals(OPEN) || status.equals("suspended");
  }

  /**
   * By date, when every milestone has one; else as given, for an undated one has its place there
   * only.
   */
  private static List<Milestone> inOrder(Proceeding proceeding) {
    List<Milestone> given = proceeding.milestones() == null ? List.of() : proceeding.milestones();
    boolean allDated = given.stream().allMatch(m -> day(m).isPresent());
    return allDated
        ? given.stream().sorted(Comparator.comparing(m -> day(m).orElseThrow())).toList()
        : given;
  }

  private static Optional<LocalDate> day(Milestone milestone) {
    return Optional.ofNullable(milestone.date())
        .map(Edtf::parse)
        .map(d -> d.earliest() == null ? d.latest() : d.earliest());
  }
}
