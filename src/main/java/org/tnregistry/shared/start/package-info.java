/**
 * The way into the process: decides, before Quarkus starts, whether the service runs on the
 * database it was given or on one of its own.
 */
@NullMarked
package org.tnregistry.shared.start;

import org.jspecify.annotations.NullMarked;
