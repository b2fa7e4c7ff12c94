/** What partners synchronise by: the change feed. */
@NullMarked
package org.tnregistry.exchange;

import org.jspecify.annotations.NullMarked;
