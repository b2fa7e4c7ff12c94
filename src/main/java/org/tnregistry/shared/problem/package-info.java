/** Failures as RFC 9457 problem details, each with a stable type and a page that explains it. */
@NullMarked
package org.tnregistry.shared.problem;

import org.jspecify.annotations.NullMarked;
