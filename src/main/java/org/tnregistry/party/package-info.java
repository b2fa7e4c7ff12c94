/** Persons, pseudonymous in records, and organisations. Owns the table party. */
@NullMarked
package org.tnregistry.party;

import org.jspecify.annotations.NullMarked;
