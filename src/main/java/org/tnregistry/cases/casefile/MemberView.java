package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an agency put an incident in a case file.
 *
 * @param reference of the incident, for people
 * @param incidentStatus where the incident is in its life cycle now
 * @param agency handle of the agency that put it there; who in it did is nobody's business
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseMember")
record MemberView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID incident,
    @Schema(required = true, examples = "TNR-7K3M-9Q2P-0") String reference,
    @Schema(required = true, examples = "recorded") String incidentStatus,
    @Schema(required = true) String agency,
    @Schema(required = true) String reason,
    @Schema(required = true) Instant addedAt,
    @Nullable Removal removal,
    @Schema(required = true) String self) {

  /** Who took it out again, and why. */
  @Schema(name = "CaseMemberRemoval")
  record Removal(
      @Schema(required = true) String agency,
      @Schema(required = true) String reason,
      @Schema(required = true) Instant at) {}

  /** A page of what is in a case file, oldest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CaseMemberPage")
  record MemberPage(
      @Schema(required = true) List<MemberView> items,
      @Schema(description = "The cursor of the next page; absent on the last")
          @Nullable String next) {}
}
