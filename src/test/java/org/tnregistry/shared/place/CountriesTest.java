package org.tnregistry.shared.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {
  @Test
  void thePresentCountriesAreThoseOfIsoAndKosovo() {
    Set<String> expected = new TreeSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));
    expected.add("XK");
    assertEquals(expected, codes(false));
    assertEquals(250, expected.size());
  }

  @Test
  void theWithdrawnCountriesAreThoseOfIso() {
    assertEquals(new TreeSet<>(Locale.getISOCountries(IsoCountryCode.PART3)), codes(true));
    assertTrue(codes(true).containsAll(Set.of("SUHH", "YUCS", "CSXX", "CSHH", "DDDE")));
  }

  private static Set<String> codes(boolean withdrawn) {
    return Countries.all().stream()
        .filter(country -> country.withdrawn() == withdrawn)
        .map(Country::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCountryHasItsNameInThreeLanguages() {
    for (Country country : Countries.all()) {
      assertEquals(Set.of("en", "fr", "ru"), country.names().keySet());
      country.names().values().forEach(name -> assertFalse(name.isBlank(), country.code()));
      assertTrue(
          country.names().getOrDefault("ru", "").matches("[\\p{IsCyrillic}\\p{P}\\d ]+"),
          country.code());
    }
  }

  @Test
  void noTwoPresentCountriesShareAName() {
    for (String language : List.of("en", "fr", "ru")) {
      long names =
          Countries.all().stream()
              .filter(country -> !country.withdrawn())
              .map(country -> country.names().get(language))
              .distinct()
              .count();
      assertEquals(codes(false).size(), names);
    }
  }

  @Test
  void countriesAreInTheOrderOfTheirCodes() {
    List<String> codes = Countries.all().stream().map(Country::code).toList();
    assertEquals(List.copyOf(new TreeSet<>(codes)), codes);
  }

  @Test
  void theListCannotBeChanged() {
    assertThrows(
        UnsupportedOperationException.class, () -> Countries.all().set(0, Countries.all().get(1)));
    assertThrows(UnsupportedOperationException.class, () -> Countries.all().get(0).names().clear());
  }

  @Test
  void aCountryIsFoundByItsCode() {
    Country belgium = Countries.find("BE").orElseThrow();
    assertEquals("Belgique", belgium.names().get("fr"));
    assertEquals("Бельгия", belgium.names().get("ru"));
    assertFalse(belgium.withdrawn());
    assertTrue(Countries.find("SUHH").orElseThrow().withdrawn());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "be", "BEL", "UK", "EU", "SU", "ZZ", "B", "BE ", "056"})
  void whatIsNoCodeIsNotKnown(String code) {
    assertFalse(Countries.isKnown(code));
    assertEquals(Optional.empty(), Countries.find(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BE", "XK", "TW", "HK", "PS", "SUHH"})
  void whatIsACodeIsKnown(String code) {
    assertTrue(Countries.isKnown(code));
  }

  @ParameterizedTest
  @CsvSource({"BE-BRU, BE", "FR-75, FR", "RU-MOW, RU", "CN-XJ, CN", "TJ-GB, TJ", "AZ-1, AZ"})
  void aSubdivisionIsThatOfItsCountry(String subdivision, String country) {
    assertTrue(Countries.isSubdivisionOf(subdivision, country));
  }

  @ParameterizedTest
  @CsvSource({
    "BE-BRU, FR", "be-bru, BE", "BE-bru, BE", "BE, BE", "BE-, BE", "BE-BRUX, BE", "BEBRU, BE",
    "BE-B U, BE", "BE_BRU, BE", "ZZ-1, ZZ", "SU-1, SUHH", "SUHH-1, SUHH", "BE-BRU, B", "BE-BRU, ''"
  })
  void whatHasNotTheFormUnderThisCountryIsNoSubdivisionOfIt(String subdivision, String country) {
    assertFalse(Countries.isSubdivisionOf(subdivision, country));
  }
}
