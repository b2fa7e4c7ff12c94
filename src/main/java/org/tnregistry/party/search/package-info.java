/**
 * Asks whether somebody is registered, by names in any script: candidates from the blind index,
 * opened in memory, scored with reasons. Owns no table.
 */
@NullMarked
package org.tnregistry.party.search;

import org.jspecify.annotations.NullMarked;
