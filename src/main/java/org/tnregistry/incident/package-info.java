/**
 * The incident: recording, amending, life cycle, history. Owns the tables incident,
 * incident_revision, incident_transition and incident_facet.
 */
@NullMarked
package org.tnregistry.incident;

import org.jspecify.annotations.NullMarked;
