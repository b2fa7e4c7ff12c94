package org.tnregistry.party.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Folds Latin spellings. {@link #fold} takes away case, marks and punctuation; {@link #canonical}
 * then unites what different transliterations make of one letter.
 */
final class Spelling {
  /** Letters that are more than a letter with a mark, before the marks are taken away. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ž', "zh"),
          Map.entry('š', "sh"),
          Map.entry('ş', "sh"),
          Map.entry('ș', "sh"),
          Map.entry('ŝ', "sh"),
          Map.entry('č', "ch"),
          Map.entry('ç', "ch"),
          Map.entry('ć', "ch"),
          Map.entry('ğ', "gh"),
          Map.entry('ǧ', "j"),
          Map.entry('ġ', "gh"),
          Map.entry('ñ', "ny"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ħ', "h"),
          Map.entry('ı', "i"),
          Map.entry('ə', "a"),
          Map.entry('ŋ', "ng"));

  /**
   * Longer groups first. The capitals stand for sounds that a to z have no letter of their own for:
   * C as in church, S as in she, T as in tsar.
   */
  private static final List<Map.Entry<String, String>> GROUPS =
      List.of(
          Map.entry("shch", "S"),
          Map.entry("tsch", "C"),
          Map.entry("dzh", "j"),
          Map.entry("tch", "C"),
          Map.entry("sch", "S"),
          Map.entry("dj", "j"),
          Map.entry("zh", "j"),
          Map.entry("kh", "h"),
          Map.entry("gh", "g"),
          Map.entry("ph", "f"),
          Map.entry("th", "t"),
          Map.entry("dh", "d"),
          Map.entry("sh", "S"),
          Map.entry("hs", "S"),
          Map.entry("ch", "C"),
          Map.entry("ts", "T"),
          Map.entry("tz", "T"),
          Map.entry("ck", "k"),
          Map.entry("ks", "x"),
          Map.entry("ou", "u"),
          Map.entry("oo", "u"),
          Map.entry("ee", "i"),
          Map.entry("ya", "ia"),
          Map.entry("ye", "e"),
          Map.entry("yo", "io"),
          Map.entry("yu", "iu"),
          Map.entry("y", "i"),
          Map.entry("q", "k"),
          Map.entry("w", "v"));

  private static final String VOWELS = "aeiou";
  private static final String SOFT = "ei";

  private Spelling() {}

  /** The words of a romanised name, in letters a to z and digits. */
  static List<String> fold(String latin) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var lower = Normalizer.normalize(latin, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (char letter : Normalizer.normalize(lower, Normalizer.Form.NFC).toCharArray()) {
      var replaced = LETTERS.get(letter);
      var plain =
          replaced == null
              ? Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
              : replaced;
      append(plain, word, words);
    }
    end(word, words);
    return words;
  }

  private static void append(String plain, StringBuilder word, List<String> words) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        word.append(c);
      } else if (!belongsToWord(c)) {
        end(word, words);
      }
    }
  }

  /** Marks, and what transliterations write for soft signs, glottal stops and syllables. */
  private static boolean belongsToWord(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.MODIFIER_LETTER
        || "'’‘`´ʼʻ·".indexOf(c) >= 0;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  static String canonical(String word) {
    var text =
        word.endsWith("ie") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    for (var group : GROUPS) {
      text = text.replace(group.getKey(), group.getValue());
    }
    return collapsed(letters(text));
  }

  /** Where what a letter stands for depends on its neighbours. */
  private static String letters(String text) {
    var letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
      if (c == 'c') {
        letters.append(SOFT.indexOf(after) >= 0 ? 'T' : 'k');
      } else if (c == 'x') {
        letters.append(i == 0 ? "S" : "x");
      } else if (c == 'j' && isVowel(before) && !isVowel(after)) {
        letters.append('i');
      } else {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static String collapsed(String text) {
    var letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (letters.isEmpty() || letters.charAt(letters.length() - 1) != c) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  static String frame(String canonical) {
    var frame = new StringBuilder();
    for (int i = 0; i < canonical.length(); i++) {
      char c = canonical.charAt(i);
      // Arabic writes u and v, and Hebrew too, with one letter.
      if (!isVowel(c) && c != 'v') {
        frame.append(c);
      }
    }
    return collapsed(frame.toString());
  }

  static boolean isVowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }
}
