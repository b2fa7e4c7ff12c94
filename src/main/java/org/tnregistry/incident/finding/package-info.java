/**
 * How the findings of courts and other bodies about records stand to each other: computed from the
 * documents as their reader sees them. Owns no tables; cases compare findings across incidents by
 * it.
 */
@NullMarked
package org.tnregistry.incident.finding;

import org.jspecify.annotations.NullMarked;
