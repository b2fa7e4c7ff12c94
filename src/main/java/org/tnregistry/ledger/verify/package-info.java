/**
 * Compares the database with a checkpoint that was kept elsewhere, row by row, as a command of the
 * operator. Features say where the content of their entries is stored ({@code StoredContent}).
 */
@NullMarked
package org.tnregistry.ledger.verify;

import org.jspecify.annotations.NullMarked;
