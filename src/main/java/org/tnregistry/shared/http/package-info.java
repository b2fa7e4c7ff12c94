/** What every request passes: path guard, entity tags. */
@NullMarked
package org.tnregistry.shared.http;

import org.jspecify.annotations.NullMarked;
