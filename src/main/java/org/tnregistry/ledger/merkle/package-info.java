/**
 * The Merkle tree of RFC 6962 and the tiles it is kept in: hashes, roots, proofs and their
 * verification. Knows nothing of entries, databases or HTTP.
 */
@NullMarked
package org.tnregistry.ledger.merkle;

import org.jspecify.annotations.NullMarked;
