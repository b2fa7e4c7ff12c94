/** Dates as sources give them: imprecise, uncertain, open. */
@NullMarked
package org.tnregistry.shared.date;

import org.jspecify.annotations.NullMarked;
