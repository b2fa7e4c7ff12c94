package org.tnregistry.shared.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a text, in the one spelling that what is stored and what is searched for share.
 *
 * <p>Words are found as UAX #29 and ICU's dictionaries find them, so that Chinese, Japanese, Khmer,
 * Lao, Burmese and Thai need no spaces. Each is then folded:
 *
 * <ul>
 *   <li>compatibility forms and case are folded away (NFKC_Casefold), and with them everything
 *       invisible, such as soft hyphens and joiners;
 *   <li>Latin, Greek and Cyrillic letters lose their marks: {@code é} is {@code e}, {@code й} is
 *       {@code и}, {@code ё} is {@code е}; marks of other scripts are part of the spelling and
 *       stay;
 *   <li>the Turkish dotless {@code ı} is {@code i}, because its capital is the {@code I} of every
 *       other language;
 *   <li>every apostrophe separates, whichever character writes it: {@code l'oubli} holds {@code
 *       oubli}, and {@code Oʻzbek}, {@code O’zbek} and {@code O'zbek} are the same two words.
 * </ul>
 */
public final class SearchWords {
  /** Longer words are cut to this many code points. */
  public static final int MAX_WORD_LENGTH = 64;

  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
  private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

  private static final Set<Integer> SCRIPTS_WITHOUT_MARKS =
      Set.of(UScript.LATIN, UScript.GREEK, UScript.CYRILLIC);

  private static final int DOTLESS_I = 'ı';
  private static final String APOSTROPHE_LETTERS = "ʹʻʼʽˈ";

  private SearchWords() {}

  /** The folded words of a text, each once; a word has at least one letter or digit. */
  public static NavigableSet<String> of(String text) {
    NavigableSet<String> words = new TreeSet<>();
    String composed = COMPOSED.normalize(text);
    BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
    boundaries.setText(composed);
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      fold(composed.substring(start, end), words);
      start = end;
    }
    return Collections.unmodifiableNavigableSet(words);
  }

  private static void fold(String segment, Set<String> words) {
    String folded = DECOMPOSED.normalize(FOLDED.normalize(segment));
    StringBuilder word = new StringBuilder();
    int script = UScript.UNKNOWN;
    for (int i = 0, point; i < folded.length(); i += Character.charCount(point)) {
      point = folded.codePointAt(i);
      if (isLetterOrNumber(point)) {
        word.appendCodePoint(point == DOTLESS_I ? 'i' : point);
        script = UScript.getScript(point);
      } else if (!isMark(point)) {
        add(word, words);
      } else if (!word.isEmpty() && !SCRIPTS_WITHOUT_MARKS.contains(script)) {
        word.appendCodePoint(point);
      }
    }
    add(word, words);
  }

  private static void add(StringBuilder word, Set<String> words) {
    if (!word.isEmpty()) {
      String composed = COMPOSED.normalize(word);
      int length = composed.codePointCount(0, composed.length());
      words.add(
          length <= MAX_WORD_LENGTH
              ? composed
              : composed.substring(0, composed.offsetByCodePoints(0, MAX_WORD_LENGTH)));
      word.setLength(0);
    }
  }

  private static boolean isLetterOrNumber(int point) {
    int type = UCharacter.getType(point);
    return APOSTROPHE_LETTERS.indexOf(point) < 0
        && (UCharacter.isLetter(point)
            || UCharacter.isDigit(point)
            || type == UCharacter.LETTER_NUMBER
            || type == UCharacter.OTHER_NUMBER);
  }

  private static boolean isMark(int point) {
    int type = UCharacter.getType(point);
    return type == UCharacter.NON_SPACING_MARK
        || type == UCharacter.COMBINING_SPACING_MARK
        || type == UCharacter.ENCLOSING_MARK;
  }
}
