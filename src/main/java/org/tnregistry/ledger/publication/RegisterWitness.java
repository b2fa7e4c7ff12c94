package org.tnregistry.ledger.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key of the agency that will cosign checkpoints.
 *
 * @param verifierKey as C2SP signed-note writes Ed25519 keys, of type 1 or, for timestamped
 *     cosignatures, 4
 */
@Schema(name = "RegisterWitness")
record RegisterWitness(@Schema(required = true) @Nullable String verifierKey) {}
