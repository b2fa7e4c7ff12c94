/**
 * Envelope encryption and keyed fingerprints with Google Tink: a data key for each row, wrapped by
 * a master key that never enters the database. Owns the table prf_key, and rewraps every table with
 * the columns wrapped_key and master_key. Called by the features that keep what a dump of the
 * database must not tell.
 */
@NullMarked
package org.tnregistry.shared.crypto;

import org.jspecify.annotations.NullMarked;
