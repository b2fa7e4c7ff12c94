/**
 * The ledger: the journal that every accepted write appends to in its own transaction, and the
 * sequencer that gives committed entries their gap-free index. Owns the tables journal,
 * ledger_entry and ledger_salt. Every writing feature appends; the change feed reads.
 */
@NullMarked
package org.tnregistry.ledger;

import org.jspecify.annotations.NullMarked;
