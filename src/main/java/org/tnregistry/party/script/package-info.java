/**
 * What the names core needs of libraries: scripts by ICU4J, sounds by commons-codec, and the
 * published list of short forms.
 */
@NullMarked
package org.tnregistry.party.script;

import org.jspecify.annotations.NullMarked;
