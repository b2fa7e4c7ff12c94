package org.tnregistry.definition.rule;

/**
 * Why a rule cannot be published. Repeats nothing of what the rule's author wrote.
 *
 * @param pointer RFC 6901, from the rule on: the place, as the rule is published
 */
public record Flaw(String pointer, String reason) {
  public Flaw under(String parent) {
    return new Flaw(parent + pointer, reason);
  }
}
