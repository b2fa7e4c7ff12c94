/**
 * Which verdicts a new version of an agency's definition changes, worked out in the background for
 * the records that the agency sees. Owns the tables reevaluation, reevaluation_item and
 * reevaluation_change.
 */
@NullMarked
package org.tnregistry.classification.reevaluation;

import org.jspecify.annotations.NullMarked;
