/**
 * Completes the OpenAPI contract when the service is built, from what the code says already: the
 * permissions of methods, the forms and codes of documents, the failures every operation shares.
 */
@NullMarked
package org.tnregistry.shared.contract;

import org.jspecify.annotations.NullMarked;
