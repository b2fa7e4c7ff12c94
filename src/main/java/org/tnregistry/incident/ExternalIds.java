package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
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
        .createNativeQuery(
            "SELECT external_id FROM incident_external_id"
                + " WHERE external_id IN (:ids) AND owner = viewer_agency() AND incident <> :self",
            String.class)
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
    database
        .createNativeQuery("DELETE FROM incident_external_id WHERE incident = :incident")
        .setParameter("incident", incident.id)
        .executeUpdate();
    List<ExternalId> given = document.externalIds() == null ? List.of() : document.externalIds();
    // In one order, so that two requests with the same ids wait for each other and do not deadlock.
    IntStream.range(0, given.size())
        .boxed()
        .sorted(Comparator.comparing(i -> given.get(i).id()))
        .forEach(i -> insert(incident, given.get(i).id(), "#/externalIds/" + i + "/id"));
  }

  private void insert(IncidentEntity incident, String externalId, String pointer) {
    try {
      database
          .createNativeQuery(
              "INSERT INTO incident_external_id (owner, external_id, incident) VALUES (:owner, :id, :incident)")
          .setParameter("owner", incident.owner)
          .setParameter("id", externalId)
          .setParameter("incident", incident.id)
          .executeUpdate();
    } catch (ConstraintViolationException e) {
      // Another request has taken it since it was checked.
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, List.of(used(pointer)));
    }
  }
}
