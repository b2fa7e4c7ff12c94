package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.ledger.tree.Commitment;

/** Every entry about stored content is bound to it, until the binding is destroyed. */
@QuarkusTest
class CommitmentTest {
  private static final String STORED =
      """
      SELECT j.commitment, s.salt, r.document::text
      FROM journal j LEFT JOIN ledger_salt s ON s.journal = j.id
      LEFT JOIN incident_revision r ON r.incident = j.subject AND r.revision = j.subject_revision
      WHERE j.subject = '%s' ORDER BY j.xid, j.seq
      """;

  @Inject LedgerBench bench;
  @Inject AgencyFixture agencies;
  @Inject Journal journal;

  @Test
  void theEntryOfAnIncidentIsBoundToItsStoredRevision() throws SQLException {
    var agency = agencies.agency();
    var id = anIncident().recordedBy(agency);
    var rows = bench.rows(STORED.formatted(id));
    assertTrue(rows.size() > 1, "several revisions");
    for (var row : rows) {
      var commitment = new Commitment((byte[]) row.get(0), (byte[]) row.get(1));
      var document = (String) row.get(2);
      assertTrue(commitment.isTo(document));
      assertFalse(commitment.isTo(document.replaceFirst("\"title\"", "\"titel\"")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1e5,\"a\":1.10,\"c\":-0.0}",
        "[12345678901234567890123456789,1e79,0.1e-70,7e-79]",
        "{\"aa\":\"\\u00e9\\u2028\\u007f/\",\"b\":{\"\":[]}}"
      })
  void whatTheDatabaseStoresHasTheCanonicalFormOfWhatWasSent(String sent) throws SQLException {
    var commitment = Commitment.to(sent);
    var stored = bench.rows("SELECT '%s'::jsonb::text".formatted(sent)).get(0).get(0);
    assertTrue(commitment.isTo((String) stored));
  }

  @Test
  void theSameContentTwiceDoesNotShow() throws SQLException {
    var agency = agencies.agency();
    var subject = UUID.randomUUID();
    append(agency, subject, 1, "{}");
    append(agency, subject, 2, "{}");
    var distinct = "SELECT count(DISTINCT commitment) FROM journal WHERE subject = '%s'";
    assertEquals(2L, bench.rows(distinct.formatted(subject)).get(0).get(0));
  }

  @Test
  void anEntryWithoutContentHasNoCommitmentButASaltOfItsOwn() throws SQLException {
    var agency = agencies.agency();
    var subject = UUID.randomUUID();
    append(agency, subject, 1, null);
    var row =
        bench
            .rows(
                "SELECT commitment, leaf_salt FROM journal WHERE subject = '%s'".formatted(subject))
            .get(0);
    assertNull(row.get(0));
    assertEquals(32, ((byte[]) row.get(1)).length);
  }

  @Test
  void forgettingLeavesTheEntriesAndDestroysTheirSalts() throws SQLException {
    var agency = agencies.agency();
    var other = agencies.agency();
    var subject = UUID.randomUUID();
    append(agency, subject, 1, "{}");
    append(other, subject, 2, "{\"a\":1}");
    forget(agency, subject);
    assertEquals(2, bench.entriesAbout(subject));
    assertEquals(0, salts(subject));
  }

  @Test
  void anotherAgencyCannotForgetWhatWasWritten() throws SQLException {
    var subject = UUID.randomUUID();
    append(agencies.agency(), subject, 1, "{}");
    forget(agencies.agency(), subject);
    assertEquals(1, salts(subject));
  }

  @Test
  void nothingIsForgottenOutsideTheTransactionOfAWrite() {
    assertThrows(TransactionalException.class, () -> journal.forgetContent(UUID.randomUUID()));
  }

  private int salts(UUID subject) throws SQLException {
    return bench
        .rows("SELECT salt FROM ledger_salt WHERE subject = '%s'".formatted(subject))
        .size();
  }

  private void append(TestAgency agency, UUID subject, int revision, @Nullable String content) {
    as(
        agency,
        () ->
            journal.append(
                new Accepted(
                    agency.id(),
                    "test/x",
                    "test",
                    "party",
                    subject,
                    revision,
                    null,
                    null,
                    content)));
  }

  private void forget(TestAgency agency, UUID subject) {
    as(agency, () -> journal.forgetContent(subject));
  }

  private void as(TestAgency agency, Runnable work) {
    agencies
        .context()
        .as(
            agencies.viewer(agency, "writer"),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          work.run();
                          return agency;
                        }));
  }
}
