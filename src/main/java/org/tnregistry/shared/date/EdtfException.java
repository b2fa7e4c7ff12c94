package org.tnregistry.shared.date;

/** Why a text is not a date of this registry. The message never repeats the text. */
public final class EdtfException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What is wrong, for a caller that words its own message. */
  public enum Reason {
    /** Not an expression of EDTF level 0 or 1; level 2 expressions are refused with this too. */
    SYNTAX,
    /** The expression carries a time of day, which the registry does not keep. */
    TIME_OF_DAY,
    /** The calendar has no such day, month or season. */
    IMPOSSIBLE_DATE,
    /** A bound would lie outside the years 0001 to 9999. */
    OUT_OF_RANGE,
    /** The interval ends before it starts. */
    REVERSED,
    /** Longer than {@link Edtf#MAX_LENGTH} characters. */
    TOO_LONG
  }

  EdtfException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** One English sentence for a person; it never holds any part of what was parsed. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
