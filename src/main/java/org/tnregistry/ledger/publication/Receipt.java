package org.tnregistry.ledger.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What its agency keeps of a write, to prove later and without the registry that it was made.
 *
 * @param entry id of the ledger's entry
 * @param index which leaf of the tree it is
 * @param leaf base64 of the leaf: canonical JSON of the entry
 * @param salt base64; SHA-256 over it and the canonical JSON of the stored content is the leaf's
 *     commitment; none where the entry has none or it was forgotten, and where the content holds
 *     what its author is not shown
 * @param hashes base64, the inclusion proof
 * @param checkpoint the signed note of the tree
 */
@Schema(name = "Receipt")
record Receipt(
    @Schema(required = true) UUID subject,
    @Schema(required = true) int revision,
    @Schema(required = true) UUID entry,
    @Schema(required = true) long index,
    @Schema(required = true) String leaf,
    @Nullable String salt,
    @Schema(required = true) List<String> hashes,
    @Schema(required = true) String checkpoint) {

  /** In the form of C2SP tlog-proof. */
  @JsonIgnore
  String proof() {
    var proof = new StringBuilder("c2sp.org/tlog-proof@v1\n");
    proof.append("extra ").append(leaf).append('\n');
    proof.append("index ").append(index).append('\n');
    hashes.forEach(hash -> proof.append(hash).append('\n'));
    return proof.append('\n').append(checkpoint).toString();
  }
}
