package org.tnregistry.definition;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tnregistry.definition.rule.FlawedRuleException;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Everything an agency's definition must be before it is stored, beside its form. */
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

  private final Definitions definitions;

  DefinitionChecks(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @return what judges by its rule
   * @throws ProblemException 422 with every fault
   */
  Profile require(PublishDefinition definition, String handle) {
    var faults = new ArrayList<Fault>();
    if (!isNameOf(handle, definition.id())) {
      faults.add(
          new Fault(
              "invalid-format",
              "#/id",
              "The handle of one's own agency, a dot, and one to 40 lower-case letters, digits and"
                  + " hyphens are expected."));
    }
    oneOf(STATUSES, definition.status(), "#/status", faults);
    oneOf(TEXT_KINDS, definition.textKind(), "#/textKind", faults);
    texts(definition, faults);
    try {
      var profile = definitions.profile(definition.rule());
      if (faults.isEmpty()) {
        return profile;
      }
    } catch (FlawedRuleException e) {
      for (var flaw : e.flaws()) {
        faults.add(
            new Fault("flawed-rule", "#" + flaw.pointer(), "This part " + flaw.reason() + "."));
      }
    }
    throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
  }

  private static boolean isNameOf(String handle, String id) {
    var prefix = handle + ".";
    return id.startsWith(prefix) && NAME.matcher(id.substring(prefix.length())).matches();
  }

  private static void oneOf(Set<String> known, String code, String at, List<Fault> faults) {
    if (!known.contains(code)) {
      var all = String.join(", ", known.stream().sorted().toList());
      faults.add(new Fault("unknown-code", at, "One of these is expected: " + all + "."));
    }
  }

  private static void texts(PublishDefinition d, List<Fault> faults) {
    var texts =
        Map.of(
            "/title", d.title().values(),
            "/statusNote", d.statusNote().values(),
            "/text", d.text().values(),
            "/note", d.note().values(),
            "/essence", d.essence().values(),
            "/issuingBody", List.of(d.issuingBody()),
            "/citation", List.of(d.citation()));
    texts.keySet().stream()
        .sorted()
        .filter(member -> texts.getOrDefault(member, List.of()).stream().anyMatch(String::isBlank))
        .forEach(m -> faults.add(new Fault("empty", "#" + m, "The value must not be empty.")));
  }
}
