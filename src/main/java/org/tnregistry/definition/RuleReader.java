package org.tnregistry.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Flaw;
import org.tnregistry.definition.rule.FlawedRuleException;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.definition.rule.Rule;
import org.tnregistry.definition.rule.Scale;

/** Reads a rule as it is published. Every place that cannot be read is named at once. */
final class RuleReader {
  private static final Set<String> OPERATORS = Set.of("all", "any", "not");
  private static final Set<String> CONDITIONS = Set.of("atLeast", "includesAny", "is");

  /**
   * How many JSON values a rule may be written with. To find out what keeps a rule from being met
   * takes time with the square of its parts; the official definitions have up to 60.
   */
  static final int MOST_VALUES = 300;

  /** Stands for what could not be read, in a rule that is thrown away. */
  private static final Rule UNREADABLE = new Rule.All(List.of());

  private final List<Flaw> flaws = new ArrayList<>();

  private RuleReader() {}

  /**
   * @param elements the scales of the standard's elements, in its order
   * @throws FlawedRuleException with pointers from the definition on
   */
  static Profile profile(Definition definition, Map<String, Scale> elements) {
    var profile = profile(definition.rule(), elements);
    if (!Set.copyOf(definition.elements()).equals(Set.copyOf(profile.elements()))) {
      throw new FlawedRuleException(
          List.of(new Flaw("/elements", "are not those that the rule asks")));
    }
    return profile;
  }

  /**
   * @throws FlawedRuleException with pointers from the definition on
   */
  static Profile profile(JsonNode rule, Map<String, Scale> elements) {
    requireBounded(rule);
    try {
      return Profile.of(read(rule), elements);
    } catch (FlawedRuleException e) {
      throw new FlawedRuleException(e.flaws().stream().map(f -> f.under("/rule")).toList());
    }
  }

  /**
   * Of a rule that was checked when it was published: what may be published today is another thing.
   */
  static Profile ofPublished(JsonNode rule, Map<String, Scale> elements) {
    return Profile.ofPublished(read(rule), elements);
  }

  /** Before anything that takes more time than the rule is long. */
  private static void requireBounded(JsonNode rule) {
    var open = new ArrayDeque<JsonNode>(List.of(rule));
    int values = 0;
    while (!open.isEmpty()) {
      if (++values > MOST_VALUES) {
        throw new FlawedRuleException(
            List.of(new Flaw("/rule", "has more than " + MOST_VALUES + " values")));
      }
      open.pop().forEach(open::push);
    }
  }

  /**
   * @throws FlawedRuleException when it is no rule; whether it can be met is not asked here
   */
  static Rule read(JsonNode json) {
    var reader = new RuleReader();
    var rule = reader.rule(json, "");
    if (!reader.flaws.isEmpty()) {
      throw new FlawedRuleException(reader.flaws);
    }
    return rule;
  }

  private Rule rule(JsonNode json, String at) {
    var members = new TreeSet<String>();
    json.fieldNames().forEachRemaining(members::add);
    boolean condition = members.remove("element");
    var operator = members.size() == 1 ? members.first() : "";
    if (!(condition ? CONDITIONS : OPERATORS).contains(operator)) {
      return flawed(
          at,
          "is neither one of all, any, not, nor an element with one of atLeast, includesAny, is");
    }
    return condition
        ? condition(json, operator, at)
        : combination(json.path(operator), operator, at + "/" + operator);
  }

  private Rule combination(JsonNode parts, String operator, String at) {
    if (operator.equals("not")) {
      return new Rule.Not(rule(parts, at));
    }
    if (!parts.isArray()) {
      return flawed(at, "is no list of rules");
    }
    var read = new ArrayList<Rule>();
    for (int i = 0; i < parts.size(); i++) {
      read.add(rule(parts.get(i), at + "/" + i));
    }
    return operator.equals("all") ? new Rule.All(read) : new Rule.Any(read);
  }

  private Rule condition(JsonNode json, String operator, String at) {
    var element = code(json.path("element"), at + "/element");
    var asked = json.path(operator);
    var there = at + "/" + operator;
    return switch (operator) {
      case "atLeast" -> new Rule.AtLeast(element, code(asked, there));
      case "includesAny" -> new Rule.IncludesAny(element, codes(asked, there));
      default -> is(element, asked.asText(), there);
    };
  }

  private Rule is(String element, String finding, String at) {
    return switch (finding) {
      case "met" -> new Rule.Is(element, Finding.MET);
      case "not-met" -> new Rule.Is(element, Finding.NOT_MET);
      default -> flawed(at, "is neither met nor not-met");
    };
  }

  private List<String> codes(JsonNode codes, String at) {
    if (!codes.isArray()) {
      flawed(at, "is no list of codes");
    }
    var read = new ArrayList<String>();
    for (int i = 0; i < codes.size(); i++) {
      read.add(code(codes.path(i), at + "/" + i));
    }
    return read;
  }

  private String code(JsonNode code, String at) {
    if (!code.isTextual()) {
      flawed(at, "is no code");
    }
    return code.asText();
  }

  private Rule flawed(String at, String reason) {
    flaws.add(new Flaw(at, reason));
    return UNREADABLE;
  }
}
