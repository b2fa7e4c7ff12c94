/**
 * What the ledger publishes: checkpoints and tiles for everybody, proofs and receipts for members,
 * and the cosignatures of witnesses. Owns the tables ledger_witness and ledger_cosignature.
 */
@NullMarked
package org.tnregistry.ledger.publication;

import org.jspecify.annotations.NullMarked;
