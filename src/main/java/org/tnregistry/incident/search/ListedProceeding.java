package org.tnregistry.incident.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.ProceedingState;

/**
 * A proceeding with the incident it belongs to, as it stands today.
 *
 * @param id the local id in its incident
 * @param status computed from the milestones
 * @param caseNumbers as printed
 * @param lastMilestone by date where all milestones have one, else as given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListedProceeding")
public record ListedProceeding(
    @Schema(required = true) OfIncident incident,
    @Schema(required = true, examples = "p1") String id,
    @Schema(required = true, examples = "extradition-request") String type,
    @Nullable String requestingState,
    @Nullable String requestedState,
    @Schema(required = true, examples = "open") String status,
    @Nullable @Schema(description = ProceedingState.OPEN_SINCE) LocalDate openSince,
    @Nullable @Schema(description = ProceedingState.ENDED_SINCE) LocalDate endedSince,
    @Nullable @Schema(description = ProceedingState.OPEN_FOR_DAYS) Long openForDays,
    @Nullable
        @Schema(
            description =
                "The first possible day of the next hearing: of the first one not past, that was"
                    + " not postponed and not set before the proceeding ended")
        LocalDate nextHearing,
    @Schema(required = true) int hearingsPostponed,
    @Schema(required = true) List<String> caseNumbers,
    @Nullable LastMilestone lastMilestone) {

  /** The incident, as its reader sees it. */
  @Schema(name = "IncidentOfProceeding")
  public record OfIncident(
      @Schema(required = true) UUID id,
      @Schema(required = true, examples = "TNR-7K3M-9Q2P-R") String reference,
      @Schema(required = true) Map<String, String> title,
      @Schema(required = true) String owner,
      @Schema(required = true, examples = "recorded") String status,
      @Schema(required = true) String self) {}

  /**
   * The last step.
   *
   * @param date EDTF; absent when only the step is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LastMilestone")
  public record LastMilestone(
      @Schema(required = true, examples = "requested") String type, @Nullable String date) {}
}
