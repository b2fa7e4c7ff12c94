package org.tnregistry.access.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an agency stands, and how it came to.
 *
 * @param history every change, oldest first
 */
@Schema(name = "Standing")
record StandingView(
    @Schema(required = true) UUID agency,
    @Schema(required = true) boolean suspended,
    @Schema(required = true) boolean quarantined,
    @Schema(required = true) List<Change> history) {

  /** One change, as it was asked for. */
  @Schema(name = "StandingChange")
  record Change(
      @Schema(required = true) Instant at,
      @Schema(required = true) String actor,
      @Schema(required = true) boolean suspended,
      @Schema(required = true) boolean quarantined,
      @Schema(required = true) String reason) {}
}
