package org.tnregistry.ledger.publication;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was taken.
 *
 * @param size of the checkpoint
 * @param witnesses verifier keys whose signature it now bears
 */
@Schema(name = "Cosignature")
record Cosignature(
    @Schema(required = true) long size, @Schema(required = true) List<String> witnesses) {}
