package org.tnregistry.classification.reevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Viewer;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.DefinitionCatalogue;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Takes requests to compare a version of a definition with the one it supersedes. */
@ApplicationScoped
class ReevaluationService {
  /**
   * The incidents that the agency sees now and of which somebody answered what is asked, in an
   * assessment that may count: comparing more than those that do changes no verdict.
   */
  private static final String SNAPSHOT =
      """
      INSERT INTO reevaluation_item (reevaluation, incident, owner)
      SELECT ?1, i.id, viewer_agency() FROM incident i WHERE EXISTS (
        SELECT FROM assessment s WHERE s.incident = i.id
          AND NOT EXISTS (SELECT FROM assessment_act w
            WHERE w.assessment = s.id AND w.act = 'withdrawn')
          AND EXISTS (SELECT FROM jsonb_array_elements(s.answers) answer
            WHERE CAST(?2 AS jsonb) @> (answer -> 'element')))
      """;

  private final Session database;
  private final DefinitionCatalogue catalogue;
  private final Clock clock;

  ReevaluationService(Session database, DefinitionCatalogue catalogue, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * @return the id of the comparison
   * @throws ProblemException 404 for a definition that the requester cannot see, 403 for one of
   *     others, 409 for a first version and for one that is compared already
   */
  @Transactional
  UUID request(String definition, String version, Viewer requester) {
    var asked = requireDefinition(definition, version);
    if (!requester.handle().equals(asked.publishedBy())) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
    int number = Integer.parseInt(version.substring(0, version.indexOf('.')));
    if (number == 1) {
      throw new ProblemException(ReevaluationProblem.FIRST_VERSION);
    }
    var elements = new TreeSet<>(asked.elements());
    elements.addAll(requireDefinition(definition, (number - 1) + ".0").elements());
    var id = UUID.randomUUID();
    insert(id, definition, number, requester);
    database
        .createNativeMutationQuery(SNAPSHOT)
        .setParameter(1, id)
        .setParameter(2, StoredJson.write(elements))
        .executeUpdate();
    return id;
  }

  /**
   * @throws ProblemException 404 for one that the requester cannot see
   */
  Definition requireDefinition(String definition, String version) {
    return catalogue
        .find(definition, version)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  private void insert(UUID id, String definition, int version, Viewer requester) {
    int made =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO reevaluation
                  (id, owner, definition, former, version, requested_at, requested_by)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (owner, definition, version) DO NOTHING
                """)
            .setParameter(1, id)
            .setParameter(2, requester.agency())
            .setParameter(3, definition)
            .setParameter(4, version - 1)
            .setParameter(5, version)
            .setParameter(6, clock.instant())
            .setParameter(7, requester.actor())
            .executeUpdate();
    if (made == 0) {
      throw new ProblemException(ReevaluationProblem.DONE_BEFORE);
    }
  }
}
