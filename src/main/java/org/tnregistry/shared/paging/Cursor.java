package org.tnregistry.shared.paging;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * A place in a list, opaque to clients. It holds the sort key and id of the last item seen rather
 * than a count, so that records written meanwhile shift nothing.
 *
 * @param list what list and order the place belongs to; a cursor of another list is refused
 */
public record Cursor(String list, List<String> key) {
  private static final char SEPARATOR = '\u001f';

  /** Of an SQLSTATE: data exception. */
  private static final String DATA_EXCEPTION = "22";

  public String encode() {
    var text = list + SEPARATOR + String.join(String.valueOf(SEPARATOR), key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ProblemException 400 when the text is no cursor of this list with this many key parts
   */
  public static Cursor decode(String list, int keyParts, String text) {
    try {
      var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = List.of(decoded.split(String.valueOf(SEPARATOR), -1));
      if (parts.size() == keyParts + 1 && parts.get(0).equals(list)) {
        return new Cursor(list, parts.subList(1, parts.size()));
      }
    } catch (IllegalArgumentException e) {
      // Not base64: answered below like any other text that is no cursor.
    }
    throw new ProblemException(StandardProblem.INVALID_CURSOR);
  }

  /**
   * What the failure of a statement means to which the key of a cursor is the one text that reaches
   * a cast.
   *
   * @param cursor null when none was given
   * @return 400 for a key that cannot be cast; else what nobody expected
   */
  public static RuntimeException failed(SQLException e, @Nullable String cursor) {
    boolean isKey =
        cursor != null && e.getSQLState() != null && e.getSQLState().startsWith(DATA_EXCEPTION);
    return isKey
        ? new ProblemException(StandardProblem.INVALID_CURSOR)
        : new IllegalStateException(e);
  }
}
