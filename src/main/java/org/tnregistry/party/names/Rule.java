package org.tnregistry.party.names;

import java.util.Locale;

/** Why two words were taken for the same. In falling order of what they prove. */
public enum Rule {
  /** The same letters, whatever case, marks and script. */
  SAME_SPELLING(1),
  /** Two usual transliterations of one spelling. */
  TRANSLITERATION(0.97),
  /** One is a listed short form or diminutive of the other. */
  SHORT_FORM(0.92),
  /** The consonants agree, and one of the two scripts writes no vowels. */
  CONSONANTS(0.9),
  /** One is the beginning of the other. */
  SHORTENED(0.88),
  /** A pronunciation is shared (Beider-Morse), and the spelling is near. */
  PRONUNCIATION(0.88),
  /** The sound codes agree (Daitch-Mokotoff), and the spelling is near. */
  SOUND(0.85),
  /** A first letter stands for the word. */
  INITIAL(0.9),
  /** Few letters differ. */
  NEAR_SPELLING(0.82),
  NONE(0);

  private final double score;

  Rule(double score) {
    this.score = score;
  }

  /** What the rule is worth at most. */
  double score() {
    return score;
  }

  /** As answers name it, such as {@code same-spelling}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
