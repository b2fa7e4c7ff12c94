package org.tnregistry.ledger;

/**
 * Who can see a subject beside its owner, in the terms of the policies in the database.
 *
 * @param reach the interned audience; 0 means nobody
 * @param bars the interned set of barred states and agencies; 0 means none
 * @param audience the same in words, as JSON
 */
public record Visibility(int reach, int bars, String audience) {
  public static final int NOBODY = 0;
  public static final int NO_BARS = 0;
}
