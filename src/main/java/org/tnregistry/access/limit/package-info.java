/**
 * How much one person, one agency, one address or the public may ask. Counted in the database, so
 * that the limits hold across replicas. Owns the table rate_limit. Operations that hand out records
 * are marked with {@link Metered} and count what they gave with {@link ReadingQuota}.
 */
@NullMarked
package org.tnregistry.access.limit;

import org.jspecify.annotations.NullMarked;
