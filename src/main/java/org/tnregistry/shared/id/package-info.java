/** Identifiers that people read, write down and dictate. */
@NullMarked
package org.tnregistry.shared.id;

import org.jspecify.annotations.NullMarked;
