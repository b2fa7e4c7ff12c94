package org.tnregistry.definition.rule;

/** Kleene's strong three-valued logic. */
enum Truth {
  FALSE,
  UNDETERMINED,
  TRUE;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNDETERMINED -> UNDETERMINED;
      case TRUE -> FALSE;
    };
  }
}
