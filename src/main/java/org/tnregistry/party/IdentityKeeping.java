package org.tnregistry.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.tnregistry.access.DemoAgencies;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.party.identity.IdentityStore;
import org.tnregistry.party.identity.IdentityStore.Holder;
import org.tnregistry.shared.json.StoredJson;

/**
 * Brings what is stored to what this release expects, at its start: names that an older one kept in
 * clear are sealed, and what other rules or another key indexed is indexed again.
 */
@ApplicationScoped
class IdentityKeeping {
  private static final Logger LOG = Logger.getLogger(IdentityKeeping.class);
  private static final int BATCH = 100;
  private static final String IN_CLEAR =
      """
      SELECT id, owner, reach, bars, document::text FROM party
      WHERE jsonb_exists_any(document, ARRAY['names', 'note'])
      LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  private final DataSource database;
  private final IdentityStore identities;
  private final ViewerContext context;

  IdentityKeeping(DataSource database, IdentityStore identities, ViewerContext context) {
    this.database = database;
    this.identities = identities;
    this.context = context;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY) StartupEvent event) {
    keep();
  }

  void keep() {
    context.asSystem(
        "keeping-identities",
        () -> {
          int sealed = 0;
          int taken;
          do {
            taken = QuarkusTransaction.requiringNew().call(this::seal);
            sealed += taken;
          } while (taken > 0);
          if (sealed > 0) {
            LOG.infof("Sealed %d identities that were kept in clear", sealed);
          }
          int indexed = 0;
          do {
            taken = QuarkusTransaction.requiringNew().call(() -> identities.indexAgain(BATCH));
            indexed += taken;
          } while (taken > 0);
          if (indexed > 0) {
            LOG.infof("Indexed %d identities again", indexed);
          }
          return null;
        });
  }

  private int seal() throws SQLException {
    int done = 0;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(IN_CLEAR);
        var update =
            connection.prepareStatement("UPDATE party SET document = ?::jsonb WHERE id = ?")) {
      select.setInt(1, BATCH);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var holder =
              new Holder(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getInt(3),
                  rows.getInt(4));
          var document = (ObjectNode) StoredJson.parse(rows.getString(5));
          identities.write(holder, removeIdentity(document).toString());
          update.setString(1, document.toString());
          update.setObject(2, holder.party());
          done += update.executeUpdate();
        }
      }
    }
    return done;
  }

  private static ObjectNode removeIdentity(ObjectNode document) {
    var identity = document.objectNode();
    for (var member : List.of("names", "note")) {
      if (document.has(member)) {
        identity.set(member, document.remove(member));
      }
    }
    return identity;
  }
}
