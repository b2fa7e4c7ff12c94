/** Free text in any script: what it may hold, and the words to find it by. */
@NullMarked
package org.tnregistry.shared.text;

import org.jspecify.annotations.NullMarked;
