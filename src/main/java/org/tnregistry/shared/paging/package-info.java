/** Keyset paging: opaque cursors over a stable order. */
@NullMarked
package org.tnregistry.shared.paging;

import org.jspecify.annotations.NullMarked;
