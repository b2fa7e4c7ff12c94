/**
 * Persons, pseudonymous in records, and organisations: who may see them, who read whose identity,
 * and their erasure. Owns the tables party and identity_reading.
 */
@NullMarked
package org.tnregistry.party;

import org.jspecify.annotations.NullMarked;
