package org.tnregistry.shared.http;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may show it: classes and places, no messages. Those of parsers and databases
 * repeat what was sent.
 */
final class WithoutMessages extends Exception {
  private static final long serialVersionUID = 1L;

  WithoutMessages(Throwable failure) {
    super(failure.getClass().getName(), cause(failure));
    setStackTrace(failure.getStackTrace());
  }

  private static @Nullable WithoutMessages cause(Throwable failure) {
    return failure.getCause() == null ? null : new WithoutMessages(failure.getCause());
  }
}
