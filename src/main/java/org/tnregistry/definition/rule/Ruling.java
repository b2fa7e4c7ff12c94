package org.tnregistry.definition.rule;

import java.util.List;

/** A verdict and what it rests on. Neither depends on the order in which a rule is written. */
public sealed interface Ruling {
  Verdict verdict();

  /**
   * @param decidedBy the answers that decide: without any one of its elements the verdict would be
   *     undetermined, and no other answer matters. Of several such sets the one with the fewest
   *     elements, then the one whose elements come first
   * @param alsoDecidedBy the others, each of which decides by itself, so that whoever disputes one
   *     sees what remains
   */
  record Decided(Verdict verdict, Way decidedBy, List<Way> alsoDecidedBy) implements Ruling {
    public Decided {
      alsoDecidedBy = List.copyOf(alsoDecidedBy);
    }
  }

  /**
   * What is missing, for each of the two verdicts: the ways with the fewest elements. Where these
   * are ways of one element, they are all the answers that settle the verdict by themselves. An
   * answer that is open keeps the codes it has. Empty when the verdict cannot be reached any more.
   */
  record Open(List<Way> toQualify, List<Way> notToQualify) implements Ruling {
    public Open {
      toQualify = List.copyOf(toQualify);
      notToQualify = List.copyOf(notToQualify);
    }

    @Override
    public Verdict verdict() {
      return Verdict.UNDETERMINED;
    }
  }
}
