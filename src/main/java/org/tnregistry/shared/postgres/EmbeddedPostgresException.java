package org.tnregistry.shared.postgres;

/**
 * The embedded server cannot be started. The message is written for whoever runs the service: it
 * says what is in the way and what to do.
 */
public final class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String message) {
    super(message);
  }

  EmbeddedPostgresException(String message, Throwable cause) {
    super(message + " (" + cause + ")", cause);
  }
}
