package org.tnregistry.definition.rule;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.Condition;
import org.tnregistry.definition.rule.Rule.Not;

/** The value of a rule where its conditions have these. */
record Evaluation(Function<Condition, Truth> conditions) {

  Truth of(Rule rule) {
    if (rule instanceof All all) {
      return combine(all.parts(), Truth.TRUE, Truth::and);
    }
    if (rule instanceof Any any) {
      return combine(any.parts(), Truth.FALSE, Truth::or);
    }
    return rule instanceof Not not ? of(not.part()).not() : conditions.apply((Condition) rule);
  }

  private Truth combine(List<Rule> parts, Truth start, BinaryOperator<Truth> operator) {
    return parts.stream().map(this::of).reduce(start, operator);
  }
}
