/**
 * Signed notes and checkpoints as C2SP specifies them (signed-note, tlog-checkpoint,
 * tlog-cosignature), with Ed25519 keys. Knows nothing of databases or HTTP.
 */
@NullMarked
package org.tnregistry.ledger.note;

import org.jspecify.annotations.NullMarked;
