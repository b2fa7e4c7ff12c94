package org.tnregistry.shared.start;

/**
 * The service does not start on its settings or its data as they are. The message names what to
 * change and is all that is printed: where in the code it was noticed helps nobody.
 */
public class RefusedStart extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public RefusedStart(String message) {
    super(message);
  }
}
