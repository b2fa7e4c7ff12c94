package org.tnregistry.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.tnregistry.cases.pattern.AssessedIncidents;

/** One statement. Where one is not withdrawn, that or a later one counts. */
@ApplicationScoped
class AssessedRecords implements AssessedIncidents {
  private static final String ASSESSED =
      """
      SELECT DISTINCT s.incident FROM assessment s WHERE s.incident = ANY (?)
        AND NOT EXISTS (SELECT FROM assessment_act w
          WHERE w.assessment = s.id AND w.act = 'withdrawn')
      """;

  private final DataSource database;

  AssessedRecords(DataSource database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Set<UUID> among(Collection<UUID> incidents) {
    var assessed = new HashSet<UUID>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(ASSESSED)) {
      statement.setArray(1, connection.createArrayOf("uuid", incidents.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          assessed.add(rows.getObject(1, UUID.class));
        }
      }
      return assessed;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
