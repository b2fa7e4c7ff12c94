/** Exact counts over what the caller may see. */
@NullMarked
package org.tnregistry.statistics;

import org.jspecify.annotations.NullMarked;
