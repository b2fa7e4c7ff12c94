/** Open proceedings across incidents. Owns no tables; asks {@code incident} for its own. */
@NullMarked
package org.tnregistry.cases;

import org.jspecify.annotations.NullMarked;
