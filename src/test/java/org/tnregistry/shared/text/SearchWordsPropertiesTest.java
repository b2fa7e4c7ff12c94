package org.tnregistry.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;

class SearchWordsPropertiesTest {
  @Property
  void caseMakesNoDifferenceInAscii(@ForAll @CharRange(from = 0, to = 127) String text) {
    NavigableSet<String> words = SearchWords.of(text);
    assertEquals(words, SearchWords.of(text.toUpperCase(Locale.ROOT)));
    assertEquals(words, SearchWords.of(text.toLowerCase(Locale.ROOT)));
  }

  @Property
  void theWordsOfTwoTextsWithABlankBetweenAreThoseOfBoth(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    NavigableSet<String> both = new TreeSet<>(SearchWords.of(one));
    both.addAll(SearchWords.of(other));
    assertEquals(both, SearchWords.of(one + " " + other));
  }

  @Property
  void composedAndDecomposedTextsHaveTheSameWords(@ForAll("texts") String text) {
    assertEquals(
        SearchWords.of(Normalizer2.getNFCInstance().normalize(text)),
        SearchWords.of(Normalizer2.getNFDInstance().normalize(text)));
  }

  @Property
  void noWordIsEmptyTooLongOrHoldsABlank(@ForAll("texts") String text) {
    for (String word : SearchWords.of(text)) {
      int length = word.codePointCount(0, word.length());
      assertTrue(length >= 1 && length <= SearchWords.MAX_WORD_LENGTH);
      assertTrue(word.chars().noneMatch(Character::isWhitespace));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> scripts =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('À', 'ɏ')
            .withCharRange('\u0300', '\u036f')
            .withCharRange('Ѐ', 'ӿ')
            .withCharRange('\u0600', '\u06ff')
            .withCharRange('\u0900', '\u097f')
            .withCharRange('\u0e00', '\u0e7f')
            .withCharRange('\u1780', '\u17ff')
            .withCharRange('\u4e00', '\u4fff')
            .withCharRange('\u3040', '\u30ff')
            .withChars(" '’-_.\u200c\u200d")
            .ofMaxLength(40);
    return Arbitraries.oneOf(scripts, Arbitraries.strings().ofMaxLength(40));
  }
}
