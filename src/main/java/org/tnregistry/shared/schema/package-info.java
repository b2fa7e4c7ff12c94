/**
 * JSON Schema of the documents agencies send, generated from their Java records, with code lists
 * filled in; the same schema checks them.
 */
@NullMarked
package org.tnregistry.shared.schema;

import org.jspecify.annotations.NullMarked;
