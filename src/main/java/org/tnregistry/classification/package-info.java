/**
 * What an incident is under official definitions: the answers of agencies to the elements, and the
 * verdicts that follow from them, computed whenever somebody reads. Owns the tables assessment,
 * assessment_act and assessment_bars. A record is never changed by it.
 */
@NullMarked
package org.tnregistry.classification;

import org.jspecify.annotations.NullMarked;
