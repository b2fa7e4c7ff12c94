package org.tnregistry.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.taxonomy.Taxonomies;

/** Writes an incident with all that hangs on it: summary, facets, revision, journal entry. */
@ApplicationScoped
class IncidentStore {
  /** Who sees a record that says nothing about it: its owner alone. */
  static final String DEFAULT_HANDLING = "{\"marking\":\"TLP:RED\"}";

  /**
   * What is done to the incident.
   *
   * @param act as history and ledger call it
   * @param audienceBefore null for a new record
   */
  record Change(String act, @Nullable String reason, @Nullable String audienceBefore) {}

  private final EntityManager database;
  private final Journal journal;
  private final ExternalIds externalIds;
  private final Taxonomies taxonomies;

  IncidentStore(
      EntityManager database, Journal journal, ExternalIds externalIds, Taxonomies taxonomies) {
    this.database = database;
    this.journal = journal;
    this.externalIds = externalIds;
    this.taxonomies = taxonomies;
  }

  /** Writes the entity as it stands, as its next revision. */
  void write(IncidentEntity incident, IncidentDocument document, Viewer viewer, Change change) {
    var today = LocalDate.ofInstant(incident.updatedAt, ZoneOffset.UTC);
    var bounds = Bounds.of(document.period());
    incident.revision++;
    incident.schemaVersion = IncidentChecks.SCHEMA_VERSION;
    incident.earliest = bounds.earliestOrPast();
    incident.latest = bounds.latestOrFuture();
    incident.summary = json(IncidentSummary.of(incident, viewer.handle(), document, today));
    database.persist(incident);
    database.persist(revision(incident, viewer, change));
    database.flush();
    externalIds.replace(incident, document);
    var facets = IncidentFacets.of(document, incident.status, taxonomies, today);
    facets.add(new IncidentFacets.Facet(IncidentFacets.REFERENCE, incident.reference));
    database
        .unwrap(Session.class)
        .doWork(connection -> FacetTable.replace(connection, incident, facets));
    journal.append(
        new Accepted(
            viewer.agency(),
            viewer.actor(),
            "incident-" + change.act(),
            "incident",
            incident.id,
            incident.revision,
            nobody(change.audienceBefore()),
            nobody(audience(incident)),
            incident.document));
  }

  private static @Nullable Visibility nobody(@Nullable String audience) {
    return audience == null
        ? null
        : new Visibility(Visibility.NOBODY, Visibility.NO_BARS, audience);
  }

  /** The marking and audience of the stored document, as JSON. */
  String audience(IncidentEntity incident) {
    try {
      var handling = StrictJson.mapper().readTree(incident.document).path("handling");
      return handling.isMissingNode() ? DEFAULT_HANDLING : handling.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IncidentRevisionEntity revision(
      IncidentEntity incident, Viewer viewer, Change change) {
    var revision = new IncidentRevisionEntity();
    revision.key = new IncidentRevisionEntity.Key(incident.id, incident.revision);
    revision.owner = incident.owner;
    revision.act = change.act();
    revision.status = incident.status;
    revision.at = incident.updatedAt;
    revision.actor = viewer.actor();
    revision.reason = change.reason();
    revision.replacedBy = incident.replacedBy;
    revision.schemaVersion = incident.schemaVersion;
    revision.document = incident.document;
    return revision;
  }

  private static String json(Object value) {
    try {
      return StrictJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
