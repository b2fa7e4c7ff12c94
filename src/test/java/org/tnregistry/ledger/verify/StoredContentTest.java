package org.tnregistry.ledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.casefile.CaseBuilder.aCaseOfItsOwnerAlone;
import static org.tnregistry.cases.casefile.CaseBuilder.added;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.postgres.Login;
import org.tnregistry.shared.postgres.OwnDatabase;
import org.tnregistry.shared.start.CommandDatabase;

/**
 * What features have stored, as the service wrote it and as a superuser of the database altered it.
 */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredContentTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String REASON = "{\"reason\":\"For a test.\"}";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;
  @Inject Config config;
  @TempDir Path folder;

  private String checkpoint = "";

  @BeforeEach
  void somethingInEveryTable() throws Exception {
    if (!checkpoint.isEmpty()) {
      return;
    }
    var owner = agencies.agency();
    registered(owner, "Kept");
    Api.sending(owner.first(), "{\"reason\":\"request-of-the-person\",\"text\":\"Asked.\"}")
        .post("/v1/parties/" + registered(owner, "Gone") + "/erasure")
        .then()
        .statusCode(200);
    var author = agencies.agency("ngo", null);
    agencies.revokedToken(author.id());
    operator.quarantine(author, true);
    operator.quarantine(author, false);
    operator.join(operator.group(), author);
    dispute(owner, author);
    contribution(owner, author);
    assessment(owner);
    caseFile(owner);
    checkpoint = covering(owner, registered(owner, "Last"));
  }

  private static void dispute(TestAgency owner, TestAgency author) {
    var disputes =
        "/v1/incidents/" + anIncident().sharedWith(author).recordedBy(owner) + "/disputes";
    for (var what : List.of("answer", "withdrawal")) {
      String dispute =
          Api.sending(author.first(), "{\"kind\":\"other\",\"statement\":{\"en\":\"It was so.\"}}")
              .post(disputes)
              .path("id");
      var withdrawn = what.equals("withdrawal");
      Api.sending(
              (withdrawn ? author : owner).first(),
              withdrawn ? REASON : "{\"outcome\":\"noted\",\"reason\":\"It was not.\"}")
          .post(disputes + "/" + dispute + "/" + what)
          .then()
          .statusCode(200);
    }
  }

  private static void caseFile(TestAgency owner) {
    var file = openedBy(owner, aCaseOfItsOwnerAlone());
    var member = added(owner.first(), file, anIncident().recordedBy(owner));
    Api.sending(owner.first(), REASON).post(member + "/removal").then().statusCode(200);
    Api.sending(owner.first(), REASON).post(file + "/closure").then().statusCode(200);
  }

  private static void contribution(TestAgency owner, TestAgency author) {
    String self =
        Api.sending(author.first(), "{\"counterView\":{\"en\":\"No.\"},\"reason\":\"Seen.\"}")
            .post(
                "/v1/incidents/"
                    + anIncident().sharedWith(author).recordedBy(owner)
                    + "/contributions")
            .path("self");
    Api.sending(owner.first(), REASON).post(self + "/standing").then().statusCode(200);
  }

  private static void assessment(TestAgency owner) {
    var record = "/v1/incidents/" + anIncident().recordedBy(owner);
    var former = aQualifyingAssessment().madeBy(owner.first(), record);
    Api.sending(owner.second(), REASON).post(former + "/confirmation").then().statusCode(200);
    var next = aQualifyingAssessment().madeBy(owner.second(), record);
    Api.sending(owner.first(), REASON).post(next + "/withdrawal").then().statusCode(200);
  }

  @Test
  void whatTheServiceWroteIsIntact() throws Exception {
    assertTrue(verified(0).startsWith("Intact"));
  }

  /** Each change is undone, for the next to be the only one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          agency; jurisdiction = 'TR'; jurisdiction = 'BE'
          agency; kind = kind || 'x'; kind = left(kind, -1)
          credential; token_hash = token_hash || decode('00', 'hex'); token_hash = substring(token_hash FOR 32)
          credential; permissions = permissions || '{all}'; permissions = trim_array(permissions, 1)
          credential; revoked_at = revoked_at + '1 day'; revoked_at = revoked_at - '1 day'::interval
          agency_standing; quarantined = NOT quarantined; quarantined = NOT quarantined
          agency_standing; actor = actor || 'x'; actor = left(actor, -1)
          sharing_group_change; reason = reason || 'x'; reason = left(reason, -1)
          case_file; closing_reason = closing_reason || 'x'; closing_reason = left(closing_reason, -1)
          case_file; document = document || '{"x":"y"}'; document = document - 'x'
          case_member; reason = reason || 'x'; reason = left(reason, -1)
          case_member; removal_reason = removal_reason || 'x'; removal_reason = left(removal_reason, -1)
          incident_dispute; statement = statement || '{"x":"y"}'; statement = statement - 'x'
          incident_dispute_act; reason = reason || 'x'; reason = left(reason, -1)
          incident_dispute_act; outcome = outcome || 'x'; outcome = left(outcome, -1)
          incident_contribution; parts = parts || '{"x":"y"}'; parts = parts - 'x'
          incident_contribution_act; reason = reason || 'x'; reason = left(reason, -1)
          assessment; answers = jsonb_set(answers, '{0,value}', '"state-ignored"'); answers = jsonb_set(answers, '{0,value}', '"state-ordered"')
          assessment; state = state + 1; state = state - 1
          assessment_act; reason = reason || 'x'; reason = left(reason, -1)
          assessment_act; actor = actor || 'x'; actor = left(actor, -1)
          party_identity; ciphertext = ciphertext || decode('00', 'hex'); ciphertext = substring(ciphertext FOR octet_length(ciphertext) - 1)
          """)
  void anAlteredRowIsNamed(String table, String altered, String restored) throws Exception {
    var column = altered.substring(0, altered.indexOf(' '));
    var key =
        switch (table) {
          case "incident_dispute_act" -> "dispute";
          case "incident_contribution_act" -> "contribution";
          case "assessment_act" -> "assessment";
          case "party_identity" -> "party";
          default -> "id";
        };
    var row = text("SELECT %s FROM %s WHERE %s IS NOT NULL LIMIT 1".formatted(key, table, column));
    superuser("UPDATE %s SET %s WHERE %s = '%s'".formatted(table, altered, key, row));
    var found = verified(1);
    superuser("UPDATE %s SET %s WHERE %s = '%s'".formatted(table, restored, key, row));
    assertTrue(found.startsWith("TAMPERED: "), found);
    assertTrue(found.contains(row + " revision ") && found.endsWith(": altered"), found);
  }

  @Test
  void anAgencyThatNobodyRegisteredIsNamed() throws Exception {
    var id = UUID.randomUUID();
    superuser(
        "INSERT INTO agency (id, handle, name, kind, demo, created_at) VALUES ('%s', 'x', '{}', 'ngo', false, now())"
            .formatted(id));
    var found = verified(1);
    superuser("DELETE FROM agency WHERE id = '%s'".formatted(id));
    assertEquals(
        "TAMPERED: agency "
            + id
            + " revision 1: inserted, or its revision altered: no entry stands for it",
        found);
  }

  @Test
  void aRevocationThatWasUndoneIsMissing() throws Exception {
    var row = "id = '%s'".formatted(text("SELECT id FROM credential WHERE revoked_at IS NOT NULL"));
    var at = text("SELECT revoked_at FROM credential WHERE " + row);
    superuser("UPDATE credential SET revoked_at = NULL WHERE " + row);
    var found = verified(1);
    superuser("UPDATE credential SET revoked_at = '%s' WHERE %s".formatted(at, row));
    assertTrue(found.startsWith("TAMPERED: credential ") && found.endsWith(" missing"), found);
  }

  private static String registered(TestAgency agency, String name) {
    return Api.sending(
            agency.first(),
            "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\""
                + name
                + "\",\"kind\":\"primary\"}]}}")
        .post("/v1/parties")
        .<String>path("registry.id");
  }

  private static String covering(TestAgency agency, String last) {
    int status = 409;
    for (long end = System.nanoTime() + PATIENCE_NANOS;
        status == 409 && System.nanoTime() < end; ) {
      status =
          Api.as(agency.first())
              .get("/v1/ledger/receipts?subject=" + last + "&revision=1")
              .statusCode();
    }
    assertEquals(200, status);
    return Api.anonymous().get("/v1/ledger/checkpoint").asString();
  }

  private String verified(int expected) throws Exception {
    var file = Files.writeString(folder.resolve("checkpoint"), checkpoint);
    var printed = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var database =
          new CommandDatabase(
              value("quarkus.datasource.jdbc.url"),
              login("quarkus.datasource"),
              config.unwrap(SmallRyeConfig.class));
      assertEquals(
          expected,
          new VerifyLedger().run(List.of("--checkpoint", file.toString()), database),
          () -> printed.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8).strip();
  }

  private void superuser(String sql) throws Exception {
    var root = login("tnr.test.superuser");
    try (var connection =
            DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"), root.username(), root.password());
        var statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql), sql);
    }
  }

  private String text(String sql) throws Exception {
    var root = login("tnr.test.superuser");
    try (var connection =
            DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"), root.username(), root.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      assertTrue(row.next(), sql);
      return row.getString(1);
    }
  }

  private Login login(String prefix) {
    return new Login(value(prefix + ".username"), value(prefix + ".password"));
  }

  private String value(String name) {
    return config.getValue(name, String.class);
  }
}
