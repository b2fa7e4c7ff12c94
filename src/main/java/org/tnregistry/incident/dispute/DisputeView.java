package org.tnregistry.incident.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dispute, as everybody sees it who sees the record.
 *
 * @param author handle of the agency that filed it; who in it did is nobody's business
 * @param pointer absent for the whole record, and for what its reader does not see there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Dispute")
record DisputeView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID incident,
    @Schema(required = true) String author,
    @Schema(required = true, examples = "factual-error") String kind,
    @Schema(required = true) Map<String, String> statement,
    @Nullable String pointer,
    @Nullable List<String> sources,
    @Schema(required = true) Instant filedAt,
    @Nullable DisputeAnswer answer,
    @Nullable Withdrawal withdrawal,
    @Schema(required = true) String self) {

  /** What the owner of the record answered. */
  @Schema(name = "DisputeAnswer")
  record DisputeAnswer(
      @Schema(required = true, examples = "noted") String outcome,
      @Schema(required = true) String reason,
      @Schema(required = true) Instant at) {}

  /** Why the author withdrew it. */
  @Schema(name = "DisputeWithdrawal")
  record Withdrawal(@Schema(required = true) String reason, @Schema(required = true) Instant at) {}

  /** All disputes of a record, oldest first. */
  @Schema(name = "DisputeList")
  record DisputeList(@Schema(required = true) List<DisputeView> items) {}
}
