package org.tnregistry.definition.rule;

import java.util.List;

/** What a definition asks of the answers to its elements, as it is published. */
public sealed interface Rule {

  record All(List<Rule> parts) implements Rule {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Rule> parts) implements Rule {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Rule part) implements Rule {}

  /** What is asked of the answer to one element. */
  sealed interface Condition extends Rule {
    String element();

    /** The member by which the published rule writes it. */
    String operator();
  }

  /** The level given, or one above it on the scale. */
  record AtLeast(String element, String level) implements Condition {
    @Override
    public String operator() {
      return "atLeast";
    }
  }

  /** One of the codes given, or more of them. */
  record IncludesAny(String element, List<String> codes) implements Condition {
    public IncludesAny {
      codes = List.copyOf(codes);
    }

    @Override
    public String operator() {
      return "includesAny";
    }
  }

  record Is(String element, Answer.Finding finding) implements Condition {
    @Override
    public String operator() {
      return "is";
    }
  }
}
