/** The incident document 1.0, as records: what an agency submits is what it reads. */
@NullMarked
package org.tnregistry.incident.document;

import org.jspecify.annotations.NullMarked;
