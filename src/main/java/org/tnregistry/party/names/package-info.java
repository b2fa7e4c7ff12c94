/**
 * Whether two names can be the same name: pure functions that return the reason with the score.
 * Knows neither a database nor a library; what scripts and sounds need comes through {@link
 * org.tnregistry.party.names.Romanizer} and {@link org.tnregistry.party.names.Phonetics}.
 */
@NullMarked
package org.tnregistry.party.names;

import org.jspecify.annotations.NullMarked;
