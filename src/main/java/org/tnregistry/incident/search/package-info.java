/** Finding incidents: filters over facets, sorts, and the representations a list can take. */
@NullMarked
package org.tnregistry.incident.search;

import org.jspecify.annotations.NullMarked;
