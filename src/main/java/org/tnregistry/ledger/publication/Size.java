package org.tnregistry.ledger.publication;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Numbers of leaves as query parameters. */
final class Size {
  /** Decimal digits without a leading zero. */
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private Size() {}

  /**
   * @throws ProblemException 400 when it is missing, no number, or out of the range
   */
  static long require(String name, @Nullable String value, long min, long max) {
    if (value == null || !NUMBER.matcher(value).matches()) {
      throw refused("invalid-format", name, "A whole number is expected.");
    }
    long number = Long.parseLong(value);
    if (number < min || number > max) {
      throw refused("out-of-range", name, "The ledger has no tree of this size or no such leaf.");
    }
    return number;
  }

  private static ProblemException refused(String code, String name, String detail) {
    return new ProblemException(
        StandardProblem.INVALID_PARAMETER, List.of(new Fault(code, name, detail)));
  }
}
