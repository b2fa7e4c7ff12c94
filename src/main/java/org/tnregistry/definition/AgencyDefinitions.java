package org.tnregistry.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.shared.json.StoredJson;

/**
 * The definitions that agencies published, as far as the viewer may see them. Read from the
 * database each time: what was published on one replica counts on all at once. Thread-safe.
 */
@ApplicationScoped
class AgencyDefinitions {
  /** A list shows neither wording nor rule, which are most of the bytes. */
  private static final String LISTED =
      """
      SELECT d.version, CAST(d.content - CAST('{text,statusNote,note,essence,rule}' AS text[]) AS text),
        EXISTS (SELECT FROM agency_definition n
          WHERE n.definition = d.definition AND n.version > d.version)
      FROM agency_definition d ORDER BY d.definition, d.version
      """;

  private static final String ONE =
      """
      SELECT d.version, CAST(d.content AS text),
        EXISTS (SELECT FROM agency_definition n
          WHERE n.definition = d.definition AND n.version > d.version), d.id
      FROM agency_definition d WHERE d.definition = ?1
      """;

  /** As many rules as are kept ready to judge by: what is published never changes. */
  private static final int MOST_PROFILES = 500;

  private final Session database;
  private final Definitions standard;
  private final Map<UUID, Profile> profiles =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Profile> eldest) {
          return size() > MOST_PROFILES;
        }
      };

  AgencyDefinitions(Session database, Definitions standard) {
    this.database = database;
    this.standard = standard;
  }

  static String version(int number) {
    return number + ".0";
  }

  /** By id and version, superseded ones too, without wording and rule. */
  @Transactional
  List<Definition> all() {
    return database
        .createNativeQuery(LISTED, Tuple.class)
        .getResultStream()
        .map(AgencyDefinitions::definition)
        .toList();
  }

  /**
   * @param version null for the current one
   */
  @Transactional
  Optional<Definition> find(String id, @Nullable String version) {
    return row(id, version).map(AgencyDefinitions::definition);
  }

  @Transactional
  Optional<Profile> profile(String id, String version) {
    return row(id, version).map(row -> profile(row.get(3, UUID.class), definition(row)));
  }

  private Profile profile(UUID key, Definition definition) {
    synchronized (profiles) {
      var known = profiles.get(key);
      if (known != null) {
        return known;
      }
    }
    var made = standard.ofPublished(definition.rule());
    synchronized (profiles) {
      profiles.put(key, made);
    }
    return made;
  }

  private Optional<Tuple> row(String id, @Nullable String version) {
    return database
        .createNativeQuery(
            ONE + " AND (?2 IS NULL OR d.version || '.0' = ?2) ORDER BY d.version DESC LIMIT 1",
            Tuple.class)
        .setParameter(1, id)
        .setParameter(2, version, String.class)
        .getResultStream()
        .findFirst();
  }

  private static Definition definition(Tuple row) {
    var definition = StoredJson.read(row.get(1, String.class), Definition.class);
    return row.get(2, Boolean.class)
        ? definition.supersededBy(version(row.get(0, Integer.class) + 1))
        : definition;
  }
}
