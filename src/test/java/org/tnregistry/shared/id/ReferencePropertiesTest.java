package org.tnregistry.shared.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReferencePropertiesTest {
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String ALPHABET = "0123456789" + LETTERS;

  @Property
  void whatIsShownIsReadAgainAsEqual(@ForAll("references") Reference reference) {
    assertEquals(Optional.of(reference), Reference.parse(reference.toString()));
    assertEquals(
        Optional.of(reference),
        Reference.parse(reference.toString().replace("-", "").toLowerCase(Locale.ROOT)));
  }

  @Property
  void everyReplacementOfOneCharacterByAnotherIsDetected(
      @ForAll("references") Reference reference) {
    String characters = characters(reference);
    for (int i = 0; i < characters.length(); i++) {
      for (int value = 0; value < ALPHABET.length(); value++) {
        char other = ALPHABET.charAt(value);
        if (other != characters.charAt(i)) {
          StringBuilder wrong = new StringBuilder(characters);
          wrong.setCharAt(i, other);
          assertEquals(Optional.empty(), Reference.parse(wrong.toString()));
        }
      }
    }
  }

  @Property
  void everyExchangeOfTwoDifferentCharactersIsDetected(@ForAll("references") Reference reference) {
    String characters = characters(reference);
    for (int i = 0; i < characters.length(); i++) {
      for (int j = i + 1; j < characters.length(); j++) {
        if (characters.charAt(i) != characters.charAt(j)) {
          StringBuilder wrong = new StringBuilder(characters);
          wrong.setCharAt(i, characters.charAt(j));
          wrong.setCharAt(j, characters.charAt(i));
          assertEquals(Optional.empty(), Reference.parse(wrong.toString()));
        }
      }
    }
  }

  @Property
  void everyLossOrAdditionOfACharacterIsDetected(@ForAll("references") Reference reference) {
    String characters = characters(reference);
    for (int i = 0; i < characters.length(); i++) {
      StringBuilder wrong = new StringBuilder(characters);
      assertEquals(Optional.empty(), Reference.parse(wrong.deleteCharAt(i).toString()));
      assertEquals(
          Optional.empty(),
          Reference.parse(new StringBuilder(characters).insert(i, '7').toString()));
    }
  }

  @Property
  void anyTextIsReadAsItselfOrNotAtAll(@ForAll String text) {
    Reference.parse(text)
        .ifPresent(
            reference ->
                assertEquals(Optional.of(reference), Reference.parse(reference.toString())));
  }

  @Property
  void noReferenceHoldsALookAlike(@ForAll("references") Reference reference) {
    assertTrue(characters(reference).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0));
  }

  private static String characters(Reference reference) {
    return reference.toString().replace("-", "");
  }

  @Provide
  Arbitrary<Reference> references() {
    Arbitrary<String> prefixes = Arbitraries.strings().withChars(LETTERS.toCharArray()).ofLength(3);
    return Combinators.combine(prefixes, Arbitraries.longs())
        .as((prefix, seed) -> Reference.random(prefix, new Random(seed)));
  }
}
