/**
 * Code lists as published, versioned data. Owns no table: the files under resources/taxonomy are
 * the publication.
 */
@NullMarked
package org.tnregistry.taxonomy;

import org.jspecify.annotations.NullMarked;
