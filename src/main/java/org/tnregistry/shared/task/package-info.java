/** What becomes of the work that the service does by itself at intervals. Owns no tables. */
@NullMarked
package org.tnregistry.shared.task;

import org.jspecify.annotations.NullMarked;
