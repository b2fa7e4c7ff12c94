/**
 * Agencies, their credentials and permissions, and the viewer context that every transaction
 * carries. Owns the tables agency, credential and idempotent_answer.
 */
@NullMarked
package org.tnregistry.access;

import org.jspecify.annotations.NullMarked;
