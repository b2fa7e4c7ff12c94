/**
 * How long an agency keeps identities and what was written at their readings. Owns the table
 * agency_retention.
 */
@NullMarked
package org.tnregistry.party.retention;

import org.jspecify.annotations.NullMarked;
