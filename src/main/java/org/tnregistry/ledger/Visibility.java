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

  /** Whether the same agencies see it, in whatever words that is said. */
  public boolean isSameAs(Visibility other) {
    return reach == other.reach && bars == other.bars;
  }

  /** The same bars and words with another reach. */
  public Visibility narrowedTo(int otherReach) {
    return new Visibility(otherReach, bars, audience);
  }
}
