package org.tnregistry.shared.problem;

/**
 * A kind of failure with a stable name, implemented by one enum per feature. The slug is part of
 * the contract: it never changes meaning, and {@code docs/problems/<slug>.md} explains it to the
 * reader.
 */
public interface ProblemType {
  String slug();

  /** The HTTP status code, always the same for one slug. */
  int status();

  /** A short summary that does not change from one occurrence to the next (RFC 9457, 3.1.3). */
  String title();

  /** After how many seconds the same request may succeed; 0 when time does not mend it. */
  default int retryAfterSeconds() {
    return 0;
  }
}
