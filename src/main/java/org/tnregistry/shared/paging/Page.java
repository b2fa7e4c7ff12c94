package org.tnregistry.shared.paging;

import java.util.List;
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

  /**
   * The limit as it stands in a query: text, because a number that cannot be read would be answered
   * with 404.
   *
   * @throws ProblemException 400 when it is no number from 1 to 200
   */
  public static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    // One to three digits.
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw new ProblemException(
        StandardProblem.INVALID_PARAMETER,
        List.of(new Fault("out-of-range", "limit", "A number from 1 to 200 is expected.")));
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
