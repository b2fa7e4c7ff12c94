package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Claim;
import org.tnregistry.incident.document.HostResponse;
import org.tnregistry.incident.document.Source;

/**
 * A contribution, as everybody sees it who sees it at all, but for whom it bars, and for parts that
 * the record does not show the reader.
 *
 * @param author handle of the agency that contributed; who in it did is nobody's business
 * @param status open, or the last act
 * @param barred for the owner of the record alone: the states from which acceptance takes it
 * @param idPrefix with which the local ids of its parts begin in the record, once accepted
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Contribution")
record ContributionView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID incident,
    @Schema(required = true) String author,
    @Schema(required = true, examples = "open") String status,
    @Schema(required = true) boolean ownerOnly,
    @Nullable List<Source> sources,
    @Nullable List<Claim> claims,
    @Nullable List<HostResponse> responses,
    @Nullable Map<String, String> counterView,
    @Schema(examples = "[\"DE\"]") @Nullable List<String> barred,
    @Schema(required = true) String reason,
    @Schema(required = true) Instant filedAt,
    @Nullable List<Act> acts,
    @Schema(required = true) String idPrefix,
    @Schema(required = true) String self) {

  /** What became of it. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ContributionAct")
  record Act(
      @Schema(required = true, examples = "declined") String act,
      @Schema(required = true) String reason,
      @Schema(required = true) Instant at) {}

  /** All contributions to a record, oldest first. */
  @Schema(name = "ContributionList")
  record ContributionList(@Schema(required = true) List<ContributionView> items) {}
}
