package org.tnregistry.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  @Test
  void wordsAreFoldedAndSorted() {
    assertEquals(
        List.of("2019", "arrested", "istanbul", "was", "журналист"),
        List.copyOf(SearchWords.of("Журналист was ARRESTED, was arrested (İstanbul), 2019!")));
  }

  @ParameterizedTest
  @CsvSource({
    "Émigré, émigré, emigre",
    "СЫЙЛЫК, сыйлык, сыилык",
    "Алёна, АЛЕНА, алена",
    "Ελλάδα, ΕΛΛΑΔΑ, ελλαδα",
    "ΟΔΟΣ, οδος, οδοσ",
    "IŞIK, ışık, isik",
    "DİYARBAKIR, Diyarbakır, diyarbakir",
    "Straße, STRASSE, strasse",
    "Ｆｕｌｌ, full, full",
    "ﬁle, FILE, file",
    "e\u0301tat, \u00e9tat, etat",
    "а҈б, аб, аб",
    "co\u00adoperate, cooperate, cooperate",
    "می‌خواهم, میخواهم, میخواهم"
  })
  void spellingsOfOneWordAreFoldedIntoOne(String one, String other, String folded) {
    assertEquals(Set.of(folded), SearchWords.of(one));
    assertEquals(Set.of(folded), SearchWords.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Oʻzbekiston", "O‘zbekiston", "O’zbekiston", "O'zbekiston", "O`zbekiston"})
  void everyApostropheSeparates(String text) {
    assertEquals(Set.of("o", "zbekiston"), SearchWords.of(text));
  }

  @Test
  void aFrenchArticleDoesNotHideItsNoun() {
    assertTrue(
        SearchWords.of("l'exilé, aujourd’hui").containsAll(Set.of("exile", "aujourd", "hui")));
  }

  @Test
  void marksOfOtherScriptsStay() {
    assertEquals(Set.of("हिन्दी"), SearchWords.of("हिन्दी"));
    assertEquals(Set.of("ئۇيغۇر"), SearchWords.of("ئۇيغۇر"));
    assertEquals(Set.of("が"), SearchWords.of("か\u3099"));
  }

  @Test
  void chineseIsCutIntoWords() {
    NavigableSet<String> words = SearchWords.of("中国政府逮捕了维吾尔族学者");
    assertTrue(words.containsAll(Set.of("中国", "政府", "逮捕", "学者")), words::toString);
  }

  @Test
  void thaiIsCutIntoWords() {
    NavigableSet<String> words = SearchWords.of("ตำรวจไทยจับกุมนักข่าว");
    assertTrue(words.size() > 2, words::toString);
    assertTrue(words.containsAll(SearchWords.of("ตำรวจ")), words::toString);
    assertTrue(words.containsAll(SearchWords.of("ไทย")), words::toString);
  }

  @Test
  void numbersAndPartsOfCompoundsAreWords() {
    assertEquals(Set.of("3", "14", "covid", "19", "a", "b"), SearchWords.of("3.14 COVID-19 a_b"));
    assertEquals(Set.of("2", "٣"), SearchWords.of("² ٣"));
    assertEquals(Set.of("፱", "፲"), SearchWords.of("፲፱"));
    assertEquals(Set.of("〇", "二", "四"), SearchWords.of("二〇二四"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "?!… — «»", "👩‍👩‍👧", "\u0301", "\ud83d", "_"})
  void whatHasNeitherLetterNorDigitHasNoWords(String text) {
    assertEquals(Set.of(), SearchWords.of(text));
  }

  @Test
  void longWordsAreCutToSixtyFourCodePoints() {
    assertEquals(Set.of("a".repeat(64)), SearchWords.of("A".repeat(65)));
    assertEquals(Set.of("𐐨".repeat(64)), SearchWords.of("𐐀".repeat(70)));
  }

  @Test
  void theSetCannotBeChanged() {
    assertThrows(UnsupportedOperationException.class, () -> SearchWords.of("a").add("b"));
  }

  @Test
  void manyThreadsFindTheSameWords() {
    String text = "中国政府 ตำรวจไทย Émigré ".repeat(20);
    NavigableSet<String> expected = SearchWords.of(text);
    assertTrue(
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> SearchWords.of(text))
            .allMatch(expected::equals));
  }
}
