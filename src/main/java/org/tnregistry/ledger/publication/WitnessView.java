package org.tnregistry.ledger.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that cosigns checkpoints, and whose it is. */
@Schema(name = "Witness")
record WitnessView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID agency,
    @Schema(required = true) String verifierKey,
    @Schema(required = true) Instant registeredAt) {

  /** All witnesses, in the order in which they were registered. */
  @Schema(name = "WitnessList")
  record WitnessList(@Schema(required = true) List<WitnessView> items) {}
}
