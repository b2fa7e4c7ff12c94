/** What every request passes: path guard, request ids, entity tags, failures made problems. */
@NullMarked
package org.tnregistry.shared.http;

import org.jspecify.annotations.NullMarked;
