package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.taxonomy.Taxonomies;

/**
 * Writes an incident with all that hangs on it: summary, facets, proceedings, revision, journal
 * entry.
 */
@ApplicationScoped
class IncidentStore {
  static final String AMENDED = "amended";
  static final String BAR_LIFT_PROPOSED = "bar-lift-proposed";
  static final String BAR_LIFTED = "bar-lifted";

  /** What changes nothing for those who see the record before and after, unless they see it. */
  private static final Set<String> UNSEEN = Set.of(AMENDED, BAR_LIFT_PROPOSED, BAR_LIFTED);

  /**
   * What is done to the incident.
   *
   * @param act as history and ledger call it
   * @param documentBefore null for a new record
   */
  record Change(String act, @Nullable String reason, @Nullable String documentBefore) {}

  /** What an incident was before it was written. */
  private record Earlier(Visibility visibility, SharedState state) {}

  private final EntityManager database;
  private final Journal journal;
  private final ExternalIds externalIds;
  private final Taxonomies taxonomies;
  private final IncidentAudiences audiences;

  IncidentStore(
      EntityManager database,
      Journal journal,
      ExternalIds externalIds,
      Taxonomies taxonomies,
      IncidentAudiences audiences) {
    this.database = database;
    this.journal = journal;
    this.externalIds = externalIds;
    this.taxonomies = taxonomies;
    this.audiences = audiences;
  }

  /** Writes the entity as it stands, as its next revision. */
  void write(IncidentEntity incident, IncidentDocument document, Viewer viewer, Change change) {
    var today = LocalDate.ofInstant(incident.updatedAt, ZoneOffset.UTC);
    var bounds = Bounds.of(document.period());
    var before = earlier(incident, change);
    var settled = audiences.settle(incident, document, viewer);
    var state = SharedState.of(incident.document, settled.parts());
    incident.revision++;
    incident.proceedingsRevision = incident.revision;
    incident.schemaVersion = IncidentChecks.SCHEMA_VERSION;
    incident.earliest = bounds.earliestOrPast();
    incident.latest = bounds.latestOrFuture();
    int reached = reached(incident, state, before, change);
    incident.summary =
        StoredJson.write(IncidentSummary.of(incident, viewer.handle(), document, today));
    if (incident.sharedRevision > 0) {
      incident.sharedSummary =
          StoredJson.write(
              IncidentSummary.shared(incident, viewer.handle(), state.unmarked(), today));
    }
    database.persist(incident);
    database.persist(revision(incident, viewer, change, reached));
    database.flush();
    audiences.keepBars(incident, settled);
    externalIds.replace(incident, document);
    var facets = state.facets(incident, taxonomies, today);
    var proceedings = state.proceedings(incident, today);
    database
        .unwrap(Session.class)
        .doWork(
            connection -> {
              FacetTable.replace(connection, incident, facets);
              ProceedingTable.replace(connection, incident, proceedings);
              PartTable.add(connection, incident, settled.parts());
            });
    journal.append(entry(incident, viewer, change, before, reached));
  }

  private @Nullable Earlier earlier(IncidentEntity incident, Change change) {
    var document = change.documentBefore();
    if (document == null) {
      return null;
    }
    var parts =
        database
            .unwrap(Session.class)
            .doReturningWork(connection -> PartTable.of(connection, incident, document));
    return new Earlier(incident.visibility(), SharedState.of(document, parts));
  }

  /**
   * The reach of those who see something new in this revision; counts it for all who see the record
   * when its unmarked part changed.
   */
  private static int reached(
      IncidentEntity incident, SharedState now, @Nullable Earlier before, Change change) {
    if (incident.recordedAt == null) {
      return Visibility.NOBODY;
    }
    if (before == null
        || incident.sharedRevision == 0
        || !UNSEEN.contains(change.act())
        || !now.looksTheSameUnmarkedAs(before.state())) {
      incident.sharedRevision++;
      incident.sharedAt = incident.updatedAt;
      return incident.reach;
    }
    var differing = now.reachesOfDifferingParts(before.state());
    if (differing.size() > 1 || !before.visibility().isSameAs(incident.visibility())) {
      return incident.reach;
    }
    return differing.isEmpty() ? Visibility.NOBODY : differing.iterator().next();
  }

  private static Accepted entry(
      IncidentEntity incident,
      Viewer viewer,
      Change change,
      @Nullable Earlier before,
      int reached) {
    var after = incident.visibility();
    var was = before == null ? null : before.visibility();
    if (was != null && was.isSameAs(after) && reached != after.reach()) {
      // An edit of marked parts: those who do not see them neither lose nor gain anything.
      was = was.narrowedTo(Visibility.NOBODY);
      after = after.narrowedTo(reached);
    }
    return new Accepted(
        viewer.agency(),
        viewer.actor(),
        "incident-" + change.act(),
        "incident",
        incident.id,
        incident.revision,
        was,
        after,
        incident.document);
  }

  private static IncidentRevisionEntity revision(
      IncidentEntity incident, Viewer viewer, Change change, int reached) {
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
    revision.reach = reached;
    revision.bars = incident.bars;
    revision.sharedRevision = incident.sharedRevision;
    revision.document = incident.document;
    return revision;
  }
}
