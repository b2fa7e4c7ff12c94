/**
 * What others say against a record, beside it and for ever: disputes and replies, what its owner
 * answers, and withdrawals. Owns the tables incident_dispute and incident_dispute_act. A record is
 * never changed by it.
 */
@NullMarked
package org.tnregistry.incident.dispute;

import org.jspecify.annotations.NullMarked;
