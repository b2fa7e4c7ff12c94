/**
 * What incidents that belong together show when they are read together: the course of events across
 * states, who recurs, how one instrument led to the next, what is pending, where bodies differ and
 * what is missing. Computed when somebody reads, from the records as that reader sees them; owns no
 * tables.
 */
@NullMarked
package org.tnregistry.cases.pattern;

import org.jspecify.annotations.NullMarked;
