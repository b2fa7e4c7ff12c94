/** JSON as the registry accepts it: strict, bounded, free of characters that deceive a reader. */
@NullMarked
package org.tnregistry.shared.json;

import org.jspecify.annotations.NullMarked;
