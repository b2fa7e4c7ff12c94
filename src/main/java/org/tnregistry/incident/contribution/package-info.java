/**
 * What other members offer to a record: sources, claims, responses and a counter-view, and what its
 * owner decides. Owns the tables incident_contribution and incident_contribution_act. A record
 * changes only when its owner accepts.
 */
@NullMarked
package org.tnregistry.incident.contribution;

import org.jspecify.annotations.NullMarked;
