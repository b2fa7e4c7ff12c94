/** What every request passes: path guard, request ids, entity tags. */
@NullMarked
package org.tnregistry.shared.http;

import org.jspecify.annotations.NullMarked;
