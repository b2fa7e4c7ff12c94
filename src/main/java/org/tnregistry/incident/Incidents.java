package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** What neighbours may ask about one incident. */
@ApplicationScoped
public class Incidents {
  /**
   * An incident that the viewer sees.
   *
   * @param revision as the viewer counts it
   * @param visibility who else sees it
   */
  public record Seen(UUID id, UUID owner, int revision, Visibility visibility) {}

  /**
   * The record as the viewer sees it.
   *
   * @param revision as the viewer counts it
   */
  public record Version(int revision, boolean isRecorded, JsonNode document) {
    static Version of(IncidentView view) {
      return new Version(
          view.registry().revision(),
          view.registry().status().equals(IncidentStatus.RECORDED.code()),
          StoredJson.parse(view.document()));
    }

    /** What of it everybody sees who sees the record at all. */
    public JsonNode common() {
      return Redaction.view(document, Redaction.Sight.ofEverybody());
    }
  }

  private static final String SEEN =
      """
      SELECT i.owner,
        CASE WHEN i.owner = viewer_agency() THEN i.revision ELSE i.shared_revision END,
        i.reach, i.bars
      FROM incident i WHERE i.id = ?1
      """;

  /** Who sees it and who is barred is the owner's to know. */
  private static final String IN_NO_WORDS = "{}";

  private static final String LAST_STATE =
      "SELECT max(r.revision) FROM incident_revision r WHERE r.incident = ?1";

  private final Session database;
  private final IncidentQueries queries;

  Incidents(Session database, IncidentQueries queries) {
    this.database = database;
    this.queries = queries;
  }

  /** Empty for one that does not exist and for one that the viewer cannot see. */
  @Transactional
  public Optional<Seen> find(UUID id) {
    return database
        .createNativeQuery(SEEN, Tuple.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Seen(
                    id,
                    row.get(0, UUID.class),
                    row.get(1, Integer.class),
                    new Visibility(
                        row.get(2, Integer.class), row.get(3, Integer.class), IN_NO_WORDS)));
  }

  /**
   * @throws ProblemException 404, the same for an incident that does not exist and for one that the
   *     viewer cannot see
   */
  @Transactional
  public Seen require(UUID id) {
    return find(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /**
   * For what is said of a record, as its author read it. To be asked after the state that it is
   * about was taken: what changed in between is then refused.
   *
   * @param ifMatch null where the author does not say what they read
   * @throws ProblemException 404 as {@link #require}; 412 when the viewer sees another state of it
   *     than that of the tag
   */
  @Transactional
  public void requireUnchanged(UUID id, @Nullable String ifMatch) {
    if (ifMatch != null) {
      var now = queries.find(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
      EntityTags.requireMatch(ifMatch, now.etag());
    }
  }

  /** The one that the viewer's agency calls so. */
  @Transactional
  public Optional<UUID> ofExternalId(String externalId) {
    return database
        .createNativeQuery(
            "SELECT incident FROM incident_external_id"
                + " WHERE owner = viewer_agency() AND external_id = ?1",
            UUID.class)
        .setParameter(1, externalId)
        .getResultStream()
        .findFirst();
  }

  /** Empty for one that does not exist and for one that the viewer cannot see. */
  @Transactional
  public Optional<Version> current(UUID id) {
    return queries.find(id).map(Version::of);
  }

  /** Empty for an instant before the incident was created, and before the viewer could see it. */
  @Transactional
  public Optional<Version> asOf(UUID id, Instant instant) {
    return queries.asOf(id, instant).map(Version::of);
  }

  /**
   * The number of the last state of an incident that the viewer can see. It counts what the viewer
   * does not see as well, and so is never shown: it is what {@link #version} takes.
   */
  @Transactional
  public int lastState(UUID id) {
    return database
        .createNativeQuery(LAST_STATE, Integer.class)
        .setParameter(1, id)
        .getSingleResult();
  }

  /**
   * What the viewer sees of the incident as it was in this state. States that differ only in what
   * the viewer does not see look alike. Empty for a state from before the viewer could see it.
   */
  @Transactional
  public Optional<Version> version(UUID id, int state) {
    return queries.upTo(id, state).map(Version::of);
  }
}
