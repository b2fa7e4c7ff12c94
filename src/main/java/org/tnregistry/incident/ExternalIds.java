package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.ExternalId;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * The publishers' own numbers of incidents. The unique constraint is what two concurrent posts
 * meet.
 */
@ApplicationScoped
class ExternalIds {
  static final String TAKEN =
      "SELECT external_id FROM incident_external_id"
          + " WHERE external_id IN (:ids) AND owner = viewer_agency() AND incident <> :self";

  private final EntityManager database;

  ExternalIds(EntityManager database) {
    this.database = database;
  }

  Set<String> takenByOthers(Collection<String> ids, @Nullable UUID self) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return database
        .unwrap(Session.class)
        .createNativeQuery(TAKEN, String.class)
        .setParameterList("ids", ids)
        .setParameter("self", self == null ? new UUID(0, 0) : self)
        .stream()
        .collect(Collectors.toSet());
  }

  static Fault used(String pointer) {
    return new Fault(
        "external-id-used", pointer, "Another incident of this publisher has this external id.");
  }

  /**
   * @throws ProblemException 422 when a post that came between the check and this took an id first
   */
  void replace(IncidentEntity incident, IncidentDocument document) {
    List<ExternalId> given = document.externalIds() == null ? List.of() : document.externalIds();
    var ids = given.stream().map(ExternalId::id).toArray(String[]::new);
    if (incident.revision > 1) {
      database
          .createNativeQuery(
              "DELETE FROM incident_external_id"
                  + " WHERE incident = :incident AND external_id <> ALL (:ids)")
          .setParameter("incident", incident.id)
          .setParameter("ids", ids)
          .executeUpdate();
    }
    if (ids.length > 0 && insert(incident, ids) < ids.length) {
      refuseTaken(incident, given);
    }
  }

  /**
   * In one order, so that two requests with the same ids wait for each other and do not deadlock.
   */
  private int insert(IncidentEntity incident, String[] ids) {
    return database
        .createNativeQuery(
            """
            INSERT INTO incident_external_id (owner, external_id, incident)
            SELECT CAST(:owner AS uuid), given.id, CAST(:incident AS uuid)
            FROM unnest(:ids) AS given (id) ORDER BY given.id
            ON CONFLICT DO NOTHING
            """)
        .setParameter("owner", incident.owner)
        .setParameter("incident", incident.id)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  private void refuseTaken(IncidentEntity incident, List<ExternalId> given) {
    var taken = takenByOthers(given.stream().map(ExternalId::id).toList(), incident.id);
    var faults =
        IntStream.range(0, given.size())
            .filter(i -> taken.contains(given.get(i).id()))
            .mapToObj(i -> used("#/externalIds/" + i + "/id"))
            .toList();
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
  }
}
