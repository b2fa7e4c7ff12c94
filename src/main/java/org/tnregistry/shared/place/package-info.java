/** Countries, present and past, and the form of subdivision codes. */
@NullMarked
package org.tnregistry.shared.place;

import org.jspecify.annotations.NullMarked;
