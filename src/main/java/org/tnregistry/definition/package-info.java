/**
 * Definitions of transnational repression as published, versioned data: official ones that the
 * registry ships, and those that agencies publish. Owns the table agency_definition.
 */
@NullMarked
package org.tnregistry.definition;

import org.jspecify.annotations.NullMarked;
