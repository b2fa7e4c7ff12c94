/**
 * What is seen across incidents: open proceedings, case files, and the patterns that case files
 * show. Owns the tables case_file and case_member; asks {@code incident} for its own.
 */
@NullMarked
package org.tnregistry.cases;

import org.jspecify.annotations.NullMarked;
