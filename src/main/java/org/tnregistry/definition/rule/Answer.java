package org.tnregistry.definition.rule;

import java.util.Set;

/** What an assessor answered to an element. One who has not answered answered {@link #UNKNOWN}. */
public sealed interface Answer {
  Answer UNKNOWN = new Undetermined();

  /** A level of an ordinal scale. */
  record Level(String code) implements Answer {}

  /**
   * Several codes of a set; without any, and complete, what assessors write as none.
   *
   * @param complete false when a further code is possible but not yet known
   */
  record Codes(Set<String> codes, boolean complete) implements Answer {
    public Codes {
      codes = Set.copyOf(codes);
    }
  }

  /** A question that takes yes or no. */
  enum Finding implements Answer {
    MET,
    NOT_MET
  }

  /** Not answered, or answered that it is not known. */
  record Undetermined() implements Answer {}
}
