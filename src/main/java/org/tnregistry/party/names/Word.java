package org.tnregistry.party.names;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One word of a name, in the forms in which it is compared. Immutable but for the memory of its
 * pronunciations, which are worked out only when they are asked for.
 */
final class Word {
  /** Longer than any initial. */
  private static final int SHORTEST = 2;

  private final String latin;
  private final String canonical;
  private final boolean vowelless;
  private final double weight;
  private final Set<String> codes;
  private final Supplier<Set<String>> sounds;
  private @Nullable Set<String> heard;

  /**
   * @param latin letters a to z and digits
   * @param canonical the one spelling that its usual transliterations share
   * @param weight how much it says about who is meant, from 0 to 1
   */
  Word(String latin, String canonical, boolean vowelless, double weight, Phonetics phonetics) {
    this.latin = latin;
    this.canonical = canonical;
    this.vowelless = vowelless;
    this.weight = weight;
    this.codes = isInitial(latin) ? Set.of() : phonetics.daitchMokotoff(latin);
    this.sounds = () -> phonetics.beiderMorse(latin);
  }

  private static boolean isInitial(String latin) {
    return latin.length() < SHORTEST;
  }

  String latin() {
    return latin;
  }

  String canonical() {
    return canonical;
  }

  /** The consonants, which is what a script without vowels tells. */
  String frame() {
    return Spelling.frame(canonical);
  }

  boolean vowelless() {
    return vowelless;
  }

  double weight() {
    return weight;
  }

  Set<String> codes() {
    return codes;
  }

  boolean isInitial() {
    return isInitial(latin);
  }

  Set<String> sounds() {
    var known = heard;
    if (known == null) {
      known = sounds.get();
      heard = known;
    }
    return known;
  }
}
