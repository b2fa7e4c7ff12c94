/** Language tags. */
@NullMarked
package org.tnregistry.shared.language;

import org.jspecify.annotations.NullMarked;
