package org.tnregistry.shared.paging;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * A stretch of a list.
 *
 * @param next the cursor of the following page, null on the last one
 * @param count how many items match in all, null unless it was asked for
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long count) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  /** What is wrong with a limit that {@link #limit} does not take. */
  public static final Fault LIMIT_FAULT =
      new Fault("out-of-range", "limit", "A number from 1 to 200 is expected.");

  /** How many items at most, as asked for in one to three digits; empty for anything else. */
  public static OptionalInt limit(@Nullable String text) {
    if (text == null) {
      return OptionalInt.of(DEFAULT_LIMIT);
    }
    int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    return limit >= 1 && limit <= MAX_LIMIT ? OptionalInt.of(limit) : OptionalInt.empty();
  }

  /**
   * @throws ProblemException 400 when it is not 1 to {@link #MAX_LIMIT}
   */
  public static int requireLimit(@Nullable String text) {
    return limit(text)
        .orElseThrow(
            () -> new ProblemException(StandardProblem.INVALID_PARAMETER, List.of(LIMIT_FAULT)));
  }

  /**
   * @param fetched up to {@code limit + 1} items; the one too many says that there is a next page
   */
  public static <T> Page<T> of(
      List<T> fetched, int limit, Function<T, Cursor> cursorOf, @Nullable Long count) {
    if (fetched.size() <= limit) {
      return new Page<>(fetched, null, count);
    }
    var items = fetched.subList(0, limit);
    return new Page<>(items, cursorOf.apply(items.get(limit - 1)).encode(), count);
  }
}
