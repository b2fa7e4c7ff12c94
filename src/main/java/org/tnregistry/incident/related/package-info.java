/**
 * Which incidents may be about the same people, case or event: suggested, explained, and never
 * merged by themselves. Owns no table; reads the facets of incidents, below their policies.
 */
@NullMarked
package org.tnregistry.incident.related;

import org.jspecify.annotations.NullMarked;
