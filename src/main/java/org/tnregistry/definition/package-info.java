/** Official definitions of transnational repression as published, versioned data. Owns no table. */
@NullMarked
package org.tnregistry.definition;

import org.jspecify.annotations.NullMarked;
