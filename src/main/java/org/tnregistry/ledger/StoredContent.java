package org.tnregistry.ledger;

/**
 * A table that holds what entries of the ledger are bound to; found through {@link
 * java.util.ServiceLoader}. Its rows need a policy that shows them to {@code system:verifying}.
 */
public interface StoredContent {
  /** As entries name it, such as incident. */
  String subjectKind();

  String table();

  /**
   * A query of three columns: {@code subject} (uuid), {@code revision} (int) and {@code content}
   * (text, the JSON that the entry's {@code Accepted.content} had), at most one row for each
   * subject and revision.
   */
  String query();

  /**
   * Whether the content of every entry that was not forgotten is there, so that a missing row is
   * told.
   */
  default boolean keepsEveryRevision() {
    return true;
  }

  /**
   * Whether whoever wrote this revision is shown all that its content holds. Where not, no receipt
   * has the salt: with it, its owner could try values until the commitment fits.
   */
  default boolean isKnownToItsAuthor(int revision) {
    return true;
  }
}
