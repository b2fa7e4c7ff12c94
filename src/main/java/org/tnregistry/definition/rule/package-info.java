/**
 * The rule of a definition: three-valued logic over the answers to elements, verdicts with what
 * decided them or what would, and the check that a rule can be met and missed. Knows nothing of
 * JSON, of code lists or of who asks.
 */
@NullMarked
package org.tnregistry.definition.rule;

import org.jspecify.annotations.NullMarked;
