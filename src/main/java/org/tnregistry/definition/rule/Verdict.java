package org.tnregistry.definition.rule;

import java.util.Locale;

/** What a definition says of an incident. */
public enum Verdict {
  QUALIFIES,
  DOES_NOT_QUALIFY,
  UNDETERMINED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
