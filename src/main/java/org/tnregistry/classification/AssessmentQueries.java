package org.tnregistry.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.json.StoredJson;

/** Reads assessments; the policies show them to those who see the record. */
@ApplicationScoped
class AssessmentQueries {
  private static final String ASSESSMENTS =
      """
      SELECT s.id, a.handle, s.definition, s.definition_version, s.state, CAST(s.answers AS text),
        s.made_at, s.made_by, s.supersedes, c.reason, c.at, w.reason, w.at
      FROM assessment s JOIN agency a ON a.id = s.owner
      LEFT JOIN assessment_act c ON c.assessment = s.id AND c.act = 'confirmed'
      LEFT JOIN assessment_act w ON w.assessment = s.id AND w.act = 'withdrawn'
      WHERE s.incident = ?1 ORDER BY s.made_at, s.id
      """;

  private final Session database;
  private final Incidents incidents;
  private final Judge judge;

  AssessmentQueries(Session database, Incidents incidents, Judge judge) {
    this.database = database;
    this.incidents = incidents;
    this.judge = judge;
  }

  /** Empty when there is no such incident to see. */
  @Transactional
  Optional<Sight> sight(UUID incident) {
    return incidents
        .current(incident)
        .map(now -> new Sight(now.document(), state -> incidents.version(incident, state)));
  }

  /** Oldest first; empty when there is no such incident to see. */
  @Transactional
  Optional<List<AssessmentView>> views(UUID incident) {
    return sight(incident)
        .map(sight -> of(incident).stream().map(a -> AssessmentView.of(a, sight, judge)).toList());
  }

  @Transactional
  Optional<AssessmentView> view(UUID incident, UUID id) {
    return sight(incident)
        .flatMap(sight -> find(incident, id).map(a -> AssessmentView.of(a, sight, judge)));
  }

  /** Oldest first. */
  @Transactional
  List<Assessment> of(UUID incident) {
    return Supersession.of(
        database
            .createNativeQuery(ASSESSMENTS, Tuple.class)
            .setParameter(1, incident)
            .getResultStream()
            .map(row -> assessment(incident, row))
            .toList());
  }

  @Transactional
  Optional<Assessment> find(UUID incident, UUID id) {
    return of(incident).stream().filter(a -> a.id().equals(id)).findFirst();
  }

  private static Assessment assessment(UUID incident, Tuple row) {
    return new Assessment(
        row.get(0, UUID.class),
        incident,
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        row.get(4, Integer.class),
        StoredJson.read(row.get(5, String.class), new TypeReference<List<ElementAnswer>>() {}),
        row.get(6, Instant.class),
        row.get(7, String.class),
        row.get(8, UUID.class),
        null,
        null,
        step(row, 9),
        step(row, 11));
  }

  private static Assessment.@Nullable Step step(Tuple row, int column) {
    var at = row.get(column + 1, Instant.class);
    return at == null ? null : new Assessment.Step(row.get(column, String.class), at);
  }
}
