/**
 * Who takes part, and how: the standing of agencies and the groups they share in. Owns the tables
 * agency_standing and sharing_group_change, and writes sharing_group and sharing_group_member. What
 * a change does to the sight of records is told to whoever observes {@link SightChanged} and {@link
 * QuarantineChanged}.
 */
@NullMarked
package org.tnregistry.access.membership;

import org.jspecify.annotations.NullMarked;
