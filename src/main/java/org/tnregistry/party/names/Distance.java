package org.tnregistry.party.names;

import java.util.List;

/** How alike two canonical spellings are, by the edits that lead from one to the other. */
final class Distance {
  private static final double VOWEL_FOR_VOWEL = 0.3;
  private static final double VOWEL_MORE = 0.5;
  private static final double NEAR_CONSONANT = 0.5;

  /** Consonants that transliterations and ears take for each other. */
  private static final List<String> NEAR =
      List.of("vfb", "dt", "gkh", "bp", "zsT", "jzC", "TSC", "gj");

  private Distance() {}

  /** From 0 to 1; 1 for equal words. Symmetric. */
  static double similarity(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : Math.max(0, 1 - cost(a, b) / longer);
  }

  private static double cost(String a, String b) {
    var above = new double[b.length() + 1];
    for (int j = 1; j <= b.length(); j++) {
      above[j] = above[j - 1] + more(b.charAt(j - 1));
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new double[b.length() + 1];
      char x = a.charAt(i - 1);
      row[0] = above[0] + more(x);
      for (int j = 1; j <= b.length(); j++) {
        char y = b.charAt(j - 1);
        double least = Math.min(above[j] + more(x), row[j - 1] + more(y));
        row[j] = Math.min(least, above[j - 1] + instead(x, y));
      }
      above = row;
    }
    return above[b.length()];
  }

  private static double more(char c) {
    return Spelling.isVowel(c) ? VOWEL_MORE : 1;
  }

  private static double instead(char x, char y) {
    if (x == y) {
      return 0;
    }
    if (Spelling.isVowel(x) && Spelling.isVowel(y)) {
      return VOWEL_FOR_VOWEL;
    }
    boolean near = NEAR.stream().anyMatch(set -> set.indexOf(x) >= 0 && set.indexOf(y) >= 0);
    return near ? NEAR_CONSONANT : 1;
  }
}
