/**
 * Case files: incidents grouped around a target, a campaign or an instrument, by several agencies
 * that each keep their own records. Owns the tables case_file and case_member. A case file never
 * tells of an incident that its reader does not see.
 */
@NullMarked
package org.tnregistry.cases.casefile;

import org.jspecify.annotations.NullMarked;
