package org.tnregistry.definition;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Viewer;
import org.tnregistry.definition.DefinitionChecks.Checked;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Publishes agencies' definitions. None is ever edited or deleted: a version supersedes the last.
 */
@ApplicationScoped
class DefinitionService {
  /** Everybody lists all definitions, so that no agency may publish without end. */
  static final int MOST_VERSIONS = 200;

  /** Each classification that an agency reads judges by all of its definitions. */
  static final int MOST_DEFINITIONS = 20;

  private static final StoredContent DEFINITIONS = new DefinitionContent();

  /** Where it can be read from now on. */
  record Published(String id, String version) {}

  private final Session database;
  private final AgencyDefinitions published;
  private final DefinitionChecks checks;
  private final Journal journal;
  private final Clock clock;

  DefinitionService(
      Session database,
      AgencyDefinitions published,
      DefinitionChecks checks,
      Journal journal,
      Clock clock) {
    this.database = database;
    this.published = published;
    this.checks = checks;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * As the first version of a new definition.
   *
   * @throws ProblemException 422 with every fault of the document
   */
  @Transactional
  Published publish(JsonNode document, Viewer publisher) {
    var checked = checks.require(document, publisher.handle(), null);
    if (latest(checked.definition().id(), publisher) > 0) {
      throw new ProblemException(DefinitionProblem.TAKEN);
    }
    if (count("count(DISTINCT definition)", publisher) >= MOST_DEFINITIONS) {
      throw new ProblemException(DefinitionProblem.FULL);
    }
    return store(checked, 1, publisher);
  }

  /**
   * As the version that supersedes the current one.
   *
   * @throws ProblemException 422 with every fault of the document; 409 for one that says what the
   *     current version says
   */
  @Transactional
  Published supersede(String id, JsonNode document, Viewer publisher) {
    var checked = checks.require(document, publisher.handle(), id);
    int latest = latest(id, publisher);
    if (latest == 0) {
      throw new ProblemException(StandardProblem.NOT_FOUND);
    }
    var current = published.find(id, AgencyDefinitions.version(latest)).orElseThrow();
    if (current.says(checked.definition())) {
      throw new ProblemException(
          DefinitionProblem.UNCHANGED, "The current version is " + current.version() + ".");
    }
    return store(checked, latest + 1, publisher);
  }

  /** Others of the agency wait, on whatever replica, until this one is published. */
  private int latest(String id, Viewer publisher) {
    database
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
        .setParameter(1, "definitions of " + publisher.agency())
        .getSingleResult();
    if (count("count(*)", publisher) >= MOST_VERSIONS) {
      throw new ProblemException(DefinitionProblem.TOO_MANY);
    }
    return database
        .createNativeQuery(
            "SELECT coalesce(max(version), 0) FROM agency_definition WHERE definition = ?1",
            Integer.class)
        .setParameter(1, id)
        .getSingleResult();
  }

  private int count(String what, Viewer publisher) {
    return database
        .createNativeQuery(
            "SELECT CAST(" + what + " AS int) FROM agency_definition WHERE owner = ?1",
            Integer.class)
        .setParameter(1, publisher.agency())
        .getSingleResult();
  }

  private Published store(Checked checked, int number, Viewer publisher) {
    var asked = checked.definition();
    var id = UUID.randomUUID();
    var now = clock.instant();
    var version = AgencyDefinitions.version(number);
    var definition =
        Definition.of(
            asked,
            new Definition.Publication(
                version,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                checked.elements(),
                publisher.handle()));
    database
        .createNativeMutationQuery(
            """
            INSERT INTO agency_definition
              (id, definition, version, owner, content, published_at, published_by)
            VALUES (?1, ?2, ?3, ?4, CAST(?5 AS jsonb), ?6, ?7)
            """)
        .setParameter(1, id)
        .setParameter(2, asked.id())
        .setParameter(3, number)
        .setParameter(4, publisher.agency())
        .setParameter(5, StoredJson.write(definition))
        .setParameter(6, now)
        .setParameter(7, publisher.actor())
        .executeUpdate();
    journal.appendBound(
        publisher.agency(),
        publisher.actor(),
        "definition-published",
        new Stored(DEFINITIONS, id, 1));
    return new Published(asked.id(), version);
  }
}
