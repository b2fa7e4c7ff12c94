package org.tnregistry.shared.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The countries that a record can name: ISO 3166-1, XK, and the countries that ISO 3166-3 lists as
 * withdrawn, so that an incident of 1985 can name the state of 1985.
 *
 * <p>The list is pinned in {@code place/countries.json}; its names are those of CLDR 48, those of
 * withdrawn countries our own.
 */
public final class Countries {
  private static final String FILE = "/place/countries.json";
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  private static final List<Country> ALL = load();
  private static final Map<String, Country> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

  private Countries() {}

  private static List<Country> load() {
    try (InputStream in = Objects.requireNonNull(Countries.class.getResourceAsStream(FILE), FILE)) {
      return List.of(new ObjectMapper().readValue(in, Country[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every country in the order of its code, the withdrawn ones among them. */
  public static List<Country> all() {
    return ALL;
  }

  public static Optional<Country> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Whether {@link #all} has this code; codes are in capitals. */
  public static boolean isKnown(String code) {
    return BY_CODE.containsKey(code);
  }

  /**
   * Whether a text has the form of an ISO 3166-2 code ({@code BE-BRU}) under a known country of two
   * letters. Nothing says that the subdivision exists; withdrawn countries have none.
   */
  public static boolean isSubdivisionOf(String subdivision, String country) {
    return SUBDIVISION.matcher(subdivision).matches()
        && subdivision.startsWith(country + "-")
        && isKnown(country);
  }
}
