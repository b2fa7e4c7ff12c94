/**
 * Whether the registry may hold real records: production mode does not start on settings, a role or
 * a server under which they would be less protected than this registry says, and readiness says so
 * for as long as it runs.
 */
@NullMarked
package org.tnregistry.access.readiness;

import org.jspecify.annotations.NullMarked;
