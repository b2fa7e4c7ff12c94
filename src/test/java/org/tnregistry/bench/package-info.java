/** Material for measuring: generated incidents by the hundred thousand, always the same ones. */
@NullMarked
package org.tnregistry.bench;

import org.jspecify.annotations.NullMarked;
