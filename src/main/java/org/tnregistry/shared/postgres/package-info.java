/**
 * A real PostgreSQL server for those who have none: unpacked, initialised, started and stopped by
 * the service itself, on loopback only. Called by the start of the service and by tests; whoever
 * gives a database URL never meets this package.
 */
@NullMarked
package org.tnregistry.shared.postgres;

import org.jspecify.annotations.NullMarked;
