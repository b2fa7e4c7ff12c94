package org.tnregistry.definition;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tnregistry.definition.rule.FlawedRuleException;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.DocumentSchema;

/**
 * Everything an agency's definition must be before it is stored. Works on unbound JSON, so that all
 * faults are told at once.
 */
@Singleton
class DefinitionChecks {
  /** After the handle and the dot: one to 40 lower-case letters, digits and hyphens. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** What no agency can call its own: {@code registry-reference} is the registry's. */
  private static final Set<String> STATUSES =
      Set.of(
          "law",
          "bill",
          "agency-guidance",
          "government-policy",
          "parliamentary-report",
          "political-declaration",
          "resolution",
          "un-brief",
          "working-definition");

  private static final Set<String> TEXT_KINDS =
      Set.of("quotation", "own-words", "secondary-rendering");

  /**
   * @param elements that the rule asks
   */
  record Checked(PublishDefinition definition, List<String> elements) {}

  private final Definitions definitions;
  private final DocumentSchema<PublishDefinition> schema;

  DefinitionChecks(Definitions definitions, CodeLists codes) {
    this.definitions = definitions;
    this.schema =
        DocumentSchema.of(
            PublishDefinition.class,
            "/v1/schemas/PublishDefinition",
            "A definition of an agency",
            codes);
  }

  /**
   * @param superseded the id that the new version has to bear; null for a new definition
   * @throws ProblemException 422 with every fault
   */
  Checked require(JsonNode document, String handle, @Nullable String superseded) {
    var faults = new Faults(schema.check(document));
    id(document.path("id").asText(), handle, superseded, faults);
    oneOf(STATUSES, document.path("status").asText(), "#/status", faults);
    oneOf(TEXT_KINDS, document.path("textKind").asText(), "#/textKind", faults);
    var elements = elements(document.path("rule"), faults);
    if (!faults.all.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults.all);
    }
    return new Checked(schema.bind(document), elements);
  }

  /** What the schema found at a place is not told in other words again. */
  private static final class Faults {
    private final List<Fault> all;
    private final List<String> told;

    Faults(List<Fault> ofForm) {
      this.all = new ArrayList<>(ofForm);
      this.told = ofForm.stream().map(Fault::pointer).toList();
    }

    boolean isSoundAt(String pointer) {
      return !told.contains("#")
          && told.stream().noneMatch(t -> t.equals(pointer) || t.startsWith(pointer + "/"));
    }

    void add(String code, String pointer, String detail) {
      if (isSoundAt(pointer)) {
        all.add(new Fault(code, pointer, detail));
      }
    }
  }

  private static void id(String id, String handle, @Nullable String superseded, Faults faults) {
    if (superseded == null) {
      if (!isNameOf(handle, id)) {
        faults.add(
            "invalid-format",
            "#/id",
            "The handle of one's own agency, a dot, and one to 40 lower-case letters, digits and"
                + " hyphens are expected.");
      }
    } else if (!id.equals(superseded)) {
      faults.add("differs-from-path", "#/id", "The id of the path is expected.");
    }
  }

  /** Of a rule that cannot be used, none. */
  private List<String> elements(JsonNode rule, Faults faults) {
    if (!faults.isSoundAt("#/rule")) {
      return List.of();
    }
    try {
      return definitions.profile(rule).elements();
    } catch (FlawedRuleException e) {
      for (var flaw : e.flaws()) {
        faults.add("flawed-rule", "#" + flaw.pointer(), "This part " + flaw.reason() + ".");
      }
      return List.of();
    }
  }

  private static boolean isNameOf(String handle, String id) {
    var prefix = handle + ".";
    return id.startsWith(prefix) && NAME.matcher(id.substring(prefix.length())).matches();
  }

  private static void oneOf(Set<String> known, String code, String at, Faults faults) {
    if (!known.contains(code)) {
      var all = String.join(", ", known.stream().sorted().toList());
      faults.add("unknown-code", at, "One of these is expected: " + all + ".");
    }
  }
}
