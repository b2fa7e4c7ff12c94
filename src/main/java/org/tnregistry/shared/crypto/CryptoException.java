package org.tnregistry.shared.crypto;

import org.jspecify.annotations.Nullable;

/** A key is missing, or what it should open was changed or moved. Carries no content. */
public final class CryptoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CryptoException(String message) {
    this(message, null);
  }

  public CryptoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
