package org.tnregistry.definition.rule;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A rule that is none, asks what cannot be answered, or says the same of everything. */
public final class FlawedRuleException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Flaw> flaws;

  public FlawedRuleException(List<Flaw> flaws) {
    super(
        flaws.stream().map(f -> f.pointer() + " " + f.reason()).collect(Collectors.joining("; ")));
    this.flaws = List.copyOf(flaws);
  }

  /** In the order of the rule; at least one. */
  public List<Flaw> flaws() {
    return flaws;
  }
}
