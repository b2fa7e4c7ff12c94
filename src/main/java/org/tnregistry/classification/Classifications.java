package org.tnregistry.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.Definitions;

/** What records are under the definitions: computed when somebody reads, and never stored. */
@ApplicationScoped
class Classifications {
  private final AssessmentQueries queries;
  private final Definitions definitions;
  private final Judge judge;

  Classifications(AssessmentQueries queries, Definitions definitions, Judge judge) {
    this.queries = queries;
    this.definitions = definitions;
    this.judge = judge;
  }

  /** The current versions of all definitions. */
  List<Definition> definitions() {
    return definitions.current();
  }

  /** By definition, then by agency; empty when there is no such incident to see. */
  @Transactional
  Optional<List<ClassificationView>> of(UUID incident, List<Definition> asked) {
    return queries.sight(incident).map(sight -> of(sight, queries.of(incident), asked));
  }

  private List<ClassificationView> of(
      Sight sight, List<Assessment> assessments, List<Definition> asked) {
    var byAgency =
        assessments.stream()
            .filter(Assessment::isCurrent)
            .collect(Collectors.groupingBy(Assessment::agency, TreeMap::new, Collectors.toList()));
    var items = new ArrayList<ClassificationView>();
    for (var definition : asked) {
      byAgency.forEach((agency, current) -> items.add(of(sight, definition, agency, current)));
    }
    return items;
  }

  private ClassificationView of(
      Sight sight, Definition definition, String agency, List<Assessment> current) {
    var profile = judge.profile(definition.id(), definition.version());
    var derived = RecordFacts.of(sight.now()).keySet();
    var given = AgencyAnswers.to(definition.id(), profile.elements(), current);
    var used = given.assessments();
    return new ClassificationView(
        definition.id(),
        definition.version(),
        agency,
        RulingView.of(judge.rule(profile, given.answers(), sight.now())),
        profile.elements().stream().filter(e -> !given.has(e) && !derived.contains(e)).toList(),
        !used.isEmpty() && used.stream().allMatch(Assessment::isConfirmed),
        used.stream().anyMatch(sight::isStale),
        used.stream().flatMap(a -> sight.changes(a).stream()).distinct().sorted().toList(),
        used.stream().map(Assessment::id).toList());
  }
}
