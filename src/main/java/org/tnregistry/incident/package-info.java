/**
 * The incident: recording, amending, life cycle, history. Owns the tables incident,
 * incident_revision, incident_external_id, incident_facet, incident_part, incident_bar,
 * incident_proceeding and incident_proceeding_key.
 */
@NullMarked
package org.tnregistry.incident;

import org.jspecify.annotations.NullMarked;
