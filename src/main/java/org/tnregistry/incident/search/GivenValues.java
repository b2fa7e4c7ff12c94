package org.tnregistry.incident.search;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.place.Countries;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.text.Characters;

/**
 * Checks the values of repeatable query parameters and notes every fault. Each method answers the
 * different values; none when none was given or when one is wrong.
 */
public final class GivenValues {
  private static final int MAX_VALUES = 50;
  private static final int MAX_VALUE = 300;

  private final CodeLists codes;
  private final BooleanSupplier seesParties;
  private final List<Fault> faults;

  GivenValues(CodeLists codes, BooleanSupplier seesParties, List<Fault> faults) {
    this.codes = codes;
    this.seesParties = seesParties;
    this.faults = faults;
  }

  public List<String> states(String parameter, @Nullable List<String> values) {
    return checked(
        parameter, values, Countries::isKnown, "unknown-country", Lexical.COUNTRY.sentence());
  }

  public List<String> codes(String parameter, @Nullable List<String> values, String scheme) {
    var known = Set.copyOf(codes.codes(scheme).orElseThrow().codes());
    return checked(
        parameter, values, known::contains, "unknown-code", "A code of the taxonomy " + scheme);
  }

  /** Asking by what one may not read would read it. */
  public List<String> parties(String parameter, @Nullable List<String> values) {
    if (values != null && !values.isEmpty() && !seesParties.getAsBoolean()) {
      faults.add(
          new Fault(
              "unreadable-member",
              parameter,
              "This takes the permission to read parties, for it asks for one."));
      return List.of();
    }
    return checked(
        parameter, values, Lexical.UUID::accepts, "invalid-format", Lexical.UUID.sentence());
  }

  public List<String> handles(String parameter, @Nullable List<String> values) {
    return checked(
        parameter, values, Lexical.HANDLE::accepts, "invalid-format", Lexical.HANDLE.sentence());
  }

  /**
   * @param fold what is done with each before it is compared
   */
  public List<String> texts(
      String parameter, @Nullable List<String> values, UnaryOperator<String> fold) {
    return checked(
            parameter,
            values,
            GivenValues::isText,
            "invalid-format",
            "A text of up to 300 characters")
        .stream()
        .map(fold)
        .toList();
  }

  List<String> checked(
      String parameter,
      @Nullable List<String> values,
      Predicate<String> accepts,
      String code,
      String expected) {
    if (values == null || values.isEmpty()) {
      return List.of();
    }
    if (values.size() > MAX_VALUES || !values.stream().allMatch(accepts)) {
      faults.add(
          new Fault(code, parameter, expected + " is expected, at most " + MAX_VALUES + " times."));
      return List.of();
    }
    return values.stream().distinct().toList();
  }

  static boolean isText(String text) {
    return !text.isBlank()
        && text.length() <= MAX_VALUE
        && Characters.firstForbidden(text).isEmpty();
  }
}
