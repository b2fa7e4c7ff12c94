package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.shared.json.StrictJson;

/** What records are under the definitions: computed when somebody reads, and never stored. */
@ApplicationScoped
public class Classifications {
  /**
   * What an agency's answers make of a record.
   *
   * @param decidedBy the answers that decide; empty while the verdict is undetermined
   */
  public record Judged(String verdict, JsonNode decidedBy) {
    static Judged of(RulingView ruling) {
      var decidedBy = ruling.decidedBy() == null ? List.of() : ruling.decidedBy();
      return new Judged(ruling.verdict(), StrictJson.mapper().valueToTree(decidedBy));
    }
  }

  private final AssessmentQueries queries;
  private final Judge judge;

  Classifications(AssessmentQueries queries, Judge judge) {
    this.queries = queries;
    this.judge = judge;
  }

  /**
   * By definition, then by agency; empty when there is no such incident to see. What is judged is
   * read before, in transactions of its own where there is none: judging holds no connection.
   */
  Optional<List<ClassificationView>> of(UUID incident, List<Definition> asked) {
    return queries.sight(incident).map(sight -> of(sight, queries.of(incident), asked));
  }

  /** By handle of the agency; empty when there is no such incident to see. */
  public Map<String, Judged> judged(UUID incident, Definition definition) {
    return of(incident, List.of(definition)).stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(ClassificationView::agency, v -> Judged.of(v.ruling())));
  }

  private List<ClassificationView> of(
      Sight sight, List<Assessment> assessments, List<Definition> asked) {
    var byAgency =
        assessments.stream()
            .filter(Assessment::isCurrent)
            .collect(Collectors.groupingBy(Assessment::agency, TreeMap::new, Collectors.toList()));
    var items = new ArrayList<ClassificationView>();
    for (var definition : asked) {
      judge
          .profile(definition.id(), definition.version())
          .ifPresent(
              profile ->
                  byAgency.forEach(
                      (agency, current) ->
                          items.add(of(sight, definition, profile, agency, current))));
    }
    return items;
  }

  private ClassificationView of(
      Sight sight,
      Definition definition,
      Profile profile,
      String agency,
      List<Assessment> current) {
    var derived = RecordFacts.of(sight.now()).keySet();
    var counting = current.stream().filter(Assessment::counts).toList();
    var given = AgencyAnswers.to(definition.id(), profile.elements(), counting);
    var used = given.assessments();
    var ids = used.stream().map(Assessment::id).toList();
    return new ClassificationView(
        definition.id(),
        definition.version(),
        agency,
        RulingView.of(judge.rule(profile, given.answers(), sight.now())),
        profile.elements().stream().filter(e -> !given.has(e) && !derived.contains(e)).toList(),
        !used.isEmpty() && used.stream().allMatch(Assessment::isConfirmed),
        used.stream().anyMatch(sight::isStale),
        used.stream().flatMap(a -> sight.changes(a).stream()).distinct().sorted().toList(),
        ids,
        current.stream()
            .filter(a -> !a.counts())
            .filter(a -> ids.contains(a.wouldSupersede()) || a.answersAny(profile.elements()))
            .map(Assessment::id)
            .toList());
  }
}
