package org.tnregistry.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tnregistry.access.AgencyFixture.TestAgency;

/** How many rows an agency has, so that a test can say that a refusal left none. */
@Singleton
public class StoredRows {
  private static final List<String> TABLES =
      List.of(
          "incident",
          "incident_revision",
          "incident_facet",
          "incident_proceeding",
          "incident_proceeding_key",
          "incident_external_id",
          "party",
          "party_identity",
          "party_name_token",
          "identity_reading",
          "journal",
          "idempotent_answer");

  private final EntityManager database;
  private final AgencyFixture agencies;

  StoredRows(EntityManager database, AgencyFixture agencies) {
    this.database = database;
    this.agencies = agencies;
  }

  public Map<String, Long> of(TestAgency agency) {
    return agencies
        .context()
        .as(
            agencies.viewer(agency, "counter"),
            () -> QuarkusTransaction.requiringNew().call(this::count));
  }

  private Map<String, Long> count() {
    var counts = new TreeMap<String, Long>();
    for (var table : TABLES) {
      counts.put(
          table,
          (Long)
              database
                  .createNativeQuery("SELECT count(*) FROM " + table, Long.class)
                  .getSingleResult());
    }
    return counts;
  }
}
