/**
 * What a record implies of the elements that a definition asks, with reasons and places: for an
 * assessor to take or to leave. Counts for nothing by itself. Owns no table.
 */
@NullMarked
package org.tnregistry.classification.proposal;

import org.jspecify.annotations.NullMarked;
