package org.tnregistry.ledger.note;

/** A text is not the note, checkpoint or key that it should be. Its message repeats none of it. */
public final class NoteException extends Exception {
  private static final long serialVersionUID = 1L;

  NoteException(String message) {
    super(message);
  }
}
