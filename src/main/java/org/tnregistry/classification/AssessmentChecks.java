package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.DefinitionCatalogue;
import org.tnregistry.definition.Definitions;
import org.tnregistry.definition.Element;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Everything an assessment must be before it is stored, beside its form. */
@Singleton
class AssessmentChecks {
  private static final String BYSTANDER = "bystander";

  private final Definitions definitions;
  private final DefinitionCatalogue catalogue;
  private final ImpliedAnswers implied;

  AssessmentChecks(Definitions definitions, DefinitionCatalogue catalogue, ImpliedAnswers implied) {
    this.definitions = definitions;
    this.catalogue = catalogue;
    this.implied = implied;
  }

  /**
   * @param document the record as its assessor sees it
   * @throws ProblemException 422 with every fault; 409 for a superseded version of a definition
   */
  void require(MakeAssessment assessment, JsonNode document) {
    var faults = new ArrayList<Fault>();
    var id = assessment.definition();
    var version = assessment.definitionVersion();
    versionFault(id, version).ifPresent(faults::add);
    var asked = catalogue.find(id, version).map(Definition::elements).map(Set::copyOf);
    var sources =
        StreamSupport.stream(document.path("sources").spliterator(), false)
            .map(source -> source.path("id").asText())
            .collect(Collectors.toSet());
    var answered = new HashSet<String>();
    for (int i = 0; i < assessment.answers().size(); i++) {
      var answer = new Checked(assessment.answers().get(i), "#/answers/" + i, faults);
      answer.sources(sources);
      if (answer.element(asked, answered) && answer.value()) {
        answer.basis(document);
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
  }

  /**
   * Empty for the current version of a definition.
   *
   * @throws ProblemException 409 for a version that a later one supersedes
   */
  private Optional<Fault> versionFault(String id, String version) {
    var current = catalogue.latest(id);
    if (current.isEmpty()) {
      return Optional.of(
          new Fault("unknown-definition", "#/definition", "No such definition is published."));
    }
    var asked = catalogue.find(id, version);
    if (asked.isEmpty()) {
      return Optional.of(
          new Fault(
              "unknown-definition-version",
              "#/definitionVersion",
              "The definition has no such published version."));
    }
    if (asked.get().supersededBy() != null) {
      throw new ProblemException(
          AssessmentProblem.DEFINITION_SUPERSEDED,
          List.of(
              new Fault(
                  "superseded-definition-version",
                  "#/definitionVersion",
                  "The current version is " + current.get().version() + "; answer that.")));
    }
    return Optional.empty();
  }

  private final class Checked {
    private final ElementAnswer answer;
    private final String at;
    private final List<Fault> faults;

    Checked(ElementAnswer answer, String at, List<Fault> faults) {
      this.answer = answer;
      this.at = at;
      this.faults = faults;
    }

    void sources(Set<String> known) {
      var cited = answer.sources() == null ? List.<String>of() : answer.sources();
      for (int i = 0; i < cited.size(); i++) {
        if (!known.contains(cited.get(i))) {
          add("unknown-source", "/sources/" + i, "The record has no source with this id.");
        }
      }
    }

    /** Whether its value can be read. */
    boolean element(Optional<Set<String>> asked, Set<String> answered) {
      var element = find(answer.element());
      if (element.isEmpty()) {
        add("unknown-element", "/element", "The standard has no such element.");
      } else if (element.get().answerType().equals("derived")) {
        add(
            "derived-element",
            "/element",
            "This is derived from the record, and never answered by anybody.");
      } else if (!answered.add(answer.element())) {
        add("duplicate-element", "/element", "The element is answered twice.");
      } else if (asked.isPresent() && !asked.get().contains(answer.element())) {
        add("element-not-asked", "/element", "The definition does not ask for this element.");
      } else {
        return true;
      }
      return false;
    }

    /** Whether it is an answer to its element. */
    boolean value() {
      var element = find(answer.element()).orElseThrow();
      var isSet = element.answerType().equals("set");
      var value = answer.value();
      if (isSet ? !isTexts(value) : !value.isTextual()) {
        var expected = isSet ? "A list of codes is expected." : "One code is expected.";
        add("wrong-type", "/value", expected);
      } else if (Set.copyOf(answer.codes()).size() < answer.codes().size()) {
        add("duplicate-item", "/value", "The list holds the same value twice.");
      } else if (!isOnScale()) {
        add(
            "answer-outside-scale",
            "/value",
            isSet
                ? "One or more answers of the taxonomy "
                    + element.scheme()
                    + " are expected; none stands alone."
                : "An answer of the taxonomy " + element.scheme() + " is expected.");
      } else {
        categories(element);
        return true;
      }
      return false;
    }

    /** Nobody says that the record implies what it does not. */
    void basis(JsonNode document) {
      var proposed = implied.of(document, List.of(answer.element())).get(answer.element());
      switch (answer.basis()) {
        case "implied-confirmed" -> {
          if (proposed == null || !proposed.holds(answer)) {
            notImplied(proposed, " An answer that says more or less is one's own, or contests it.");
          }
        }
        case "implied-contested" -> {
          if (proposed == null || proposed.isValueOf(answer)) {
            notImplied(proposed, " Only another value contests it.");
          }
        }
        default -> {
          // One's own answer may be any.
        }
      }
    }

    private void notImplied(ImpliedAnswers.@Nullable Implied proposed, String otherwise) {
      add(
          "not-implied",
          "/basis",
          proposed == null
              ? "The record implies nothing of this element; the answer is one's own."
              : "The record implies: " + proposed + "." + otherwise);
    }

    private boolean isOnScale() {
      try {
        definitions.scale(answer.element()).orElseThrow().read(answer.codes());
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private void categories(Element element) {
      var categories = answer.categories() == null ? List.of() : answer.categories();
      var roles = answer.roles() == null ? List.of() : answer.roles();
      if (element.categoryScheme() == null) {
        if (!categories.isEmpty() || !roles.isEmpty()) {
          var member = categories.isEmpty() ? "/roles" : "/categories";
          add("not-for-element", member, "This element has no categories and no roles.");
        }
      } else if (answer.codes().contains("met")) {
        if (categories.isEmpty()) {
          add("missing-member", "/categories", "Who is aimed at is named by category.");
        }
        if (roles.isEmpty() || roles.equals(List.of(BYSTANDER))) {
          add(
              "missing-member",
              "/roles",
              "Whether they are reached directly or through others; bystanders alone do not meet it.");
        }
      }
    }

    private void add(String code, String member, String detail) {
      faults.add(new Fault(code, at + member, detail));
    }
  }

  private Optional<Element> find(String id) {
    return definitions.elements().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  private static boolean isTexts(JsonNode value) {
    return value.isArray()
        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
  }
}
