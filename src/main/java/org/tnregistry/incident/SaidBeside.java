package org.tnregistry.incident;

import java.util.UUID;
import org.hibernate.Session;

/**
 * How much one agency says beside one record, in words of one kind, which are read together.
 * Counted over what the agency itself said, so that a number of what others did is never told; at
 * once with others it can say a little more.
 */
public final class SaidBeside {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private SaidBeside() {}

  /**
   * Whether the agency has said so much that nothing more is taken.
   *
   * @param table with columns {@code incident} and {@code owner}; never from outside
   * @param words the JSON column that is measured; never from outside
   * @param most how many the agency may say
   */
  public static boolean isFull(
      Session database, String table, String words, UUID incident, UUID agency, int most) {
    return database
        .createNativeQuery(
            "SELECT count(*) >= ?3 OR coalesce(sum(octet_length(CAST("
                + words
                + " AS text))), 0) >= ?4 FROM "
                + table
                + " WHERE incident = ?1 AND owner = ?2",
            Boolean.class)
        .setParameter(1, incident)
        .setParameter(2, agency)
        .setParameter(3, most)
        .setParameter(4, MOST_BYTES)
        .getSingleResult();
  }
}
