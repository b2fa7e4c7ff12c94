/**
 * The ledger as a tree that is signed: entries become leaves, leaves tiles, and their root a
 * checkpoint. Owns the tables ledger_leaf, ledger_tile and ledger_checkpoint. The sequencer has it
 * grow; publication and verification read it.
 */
@NullMarked
package org.tnregistry.ledger.tree;

import org.jspecify.annotations.NullMarked;
