package org.tnregistry.party.names;

import java.util.Map;
import java.util.Set;

/** Compares two words, and says by which rule they meet. */
final class WordComparison {
  /** Words less alike than this are not the same, however they sound. */
  private static final double SOUND_AT_LEAST = 0.5;

  private static final double NEAR_AT_LEAST = 0.75;
  private static final double FRAME_AT_LEAST = 0.6;
  private static final int SHORTEST_BEGINNING = 4;

  /** Short words sound alike too easily. */
  private static final int SHORT_WORD = 4;

  private static final double SHORT_SOUND_AT_LEAST = 0.7;
  private static final int SHORTEST_FRAME = 2;

  private final Map<String, Set<Integer>> shortForms;

  record Similarity(double score, Rule rule) {}

  /**
   * @param shortForms canonical word to the groups of forms that it belongs to
   */
  WordComparison(Map<String, Set<Integer>> shortForms) {
    this.shortForms = shortForms;
  }

  Similarity compare(Word a, Word b) {
    if (a.latin().equals(b.latin())) {
      return by(Rule.SAME_SPELLING);
    }
    if (a.isInitial() || b.isInitial()) {
      return a.canonical().charAt(0) == b.canonical().charAt(0) ? by(Rule.INITIAL) : none();
    }
    if (a.canonical().equals(b.canonical())) {
      return by(Rule.TRANSLITERATION);
    }
    if (areForms(a.canonical(), b.canonical())) {
      return by(Rule.SHORT_FORM);
    }
    boolean frames =
        (a.vowelless() || b.vowelless())
            && Math.min(a.frame().length(), b.frame().length()) >= SHORTEST_FRAME;
    return frames ? byConsonants(a.frame(), b.frame()) : bySpelling(a, b);
  }

  private Similarity bySpelling(Word a, Word b) {
    if (isBeginning(a.canonical(), b.canonical()) || isBeginning(b.canonical(), a.canonical())) {
      return by(Rule.SHORTENED);
    }
    double near = Distance.similarity(a.canonical(), b.canonical());
    if (near >= soundAtLeast(a, b)) {
      // The dearer one only where it can change the outcome.
      if (meet(a.codes(), b.codes())) {
        return meet(a.sounds(), b.sounds()) ? by(Rule.PRONUNCIATION) : by(Rule.SOUND);
      }
      if (near >= NEAR_AT_LEAST) {
        return new Similarity(near * Rule.NEAR_SPELLING.score(), Rule.NEAR_SPELLING);
      }
    }
    return none();
  }

  private static double soundAtLeast(Word a, Word b) {
    int longer = Math.max(a.canonical().length(), b.canonical().length());
    return longer <= SHORT_WORD ? SHORT_SOUND_AT_LEAST : SOUND_AT_LEAST;
  }

  private static Similarity byConsonants(String a, String b) {
    double near = Distance.similarity(a, b);
    return near < FRAME_AT_LEAST
        ? none()
        : new Similarity(near * Rule.CONSONANTS.score(), Rule.CONSONANTS);
  }

  private boolean areForms(String a, String b) {
    var groups = shortForms.getOrDefault(a, Set.of());
    return shortForms.getOrDefault(b, Set.of()).stream().anyMatch(groups::contains);
  }

  private static boolean isBeginning(String beginning, String whole) {
    return beginning.length() >= SHORTEST_BEGINNING && whole.startsWith(beginning);
  }

  private static boolean meet(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains);
  }

  private static Similarity by(Rule rule) {
    return new Similarity(rule.score(), rule);
  }

  private static Similarity none() {
    return new Similarity(0, Rule.NONE);
  }
}
