/** The reference set: real, public incidents hand-coded from two published documents. */
@NullMarked
package org.tnregistry.incident.reference;

import org.jspecify.annotations.NullMarked;
