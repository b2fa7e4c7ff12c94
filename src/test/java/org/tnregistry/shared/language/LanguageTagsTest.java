package org.tnregistry.shared.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "en",
        "fr",
        "ug",
        "kk-Cyrl",
        "zh-Hans-CN",
        "pt-BR",
        "es-419",
        "und",
        "und-Cyrl",
        "tlh",
        "de-1996",
        "sl-rozaj-biske-1994",
        "ca-valencia",
        "be-tarask",
        "en-u-ca-gregory",
        "ru-t-it",
        "x-prison-slang",
        "en-x-court",
        "qaa"
      })
  void aTagInItsCanonicalSpellingIsWellFormed(String tag) {
    assertTrue(LanguageTags.isWellFormed(tag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EN", "pt-br", "PT-BR", "kk-cyrl", "KK-CYRL", "De-1996", "UND", "X-court"})
  void aTagInAnotherCaseIsNot(String tag) {
    assertFalse(LanguageTags.isWellFormed(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iw", "zh-yue", "zh-cmn-Hans", "i-klingon", "no-bok", "en-GB-oed"})
  void aTagThatAnotherReplacesIsNot(String tag) {
    assertFalse(LanguageTags.isWellFormed(tag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "e",
        "en_US",
        "en US",
        "en-",
        "-en",
        "en--US",
        "x",
        "x-",
        "en-x",
        "en-u",
        "english1x",
        "en-US-GB",
        "en-Latn-Cyrl",
        "en-a-bbb-a-ccc",
        "русский",
        "en\n",
        "en-ÜS"
      })
  void whatIsNoTagIsNot(String text) {
    assertFalse(LanguageTags.isWellFormed(text));
  }

  @Test
  void aTagOfMoreThanThirtyFiveCharactersIsNot() {
    String longest = "en-x-12345678-12345678-12345678-abc";
    assertTrue(LanguageTags.isWellFormed(longest));
    assertFalse(LanguageTags.isWellFormed(longest + "d"));
  }

  @Test
  void everyLanguageOfIsoIsWellFormedUnlessReplaced() {
    Set<String> replaced = Set.of("iw", "in", "ji");
    for (String language : Locale.getISOLanguages()) {
      assertEquals(!replaced.contains(language), LanguageTags.isWellFormed(language), language);
    }
  }
}
