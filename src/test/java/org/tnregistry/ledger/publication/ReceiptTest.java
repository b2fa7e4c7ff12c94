package org.tnregistry.ledger.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.classification.AssessmentContent;
import org.tnregistry.contract.Api;
import org.tnregistry.ledger.LedgerBench;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.Proofs;
import org.tnregistry.ledger.note.SignedNote;
import org.tnregistry.ledger.tree.Commitment;
import org.tnregistry.shared.json.StoredJson;

/** Who writes gets a proof to keep, and nobody else does. */
@QuarkusTest
class ReceiptTest {
  @Inject LedgerBench bench;
  @Inject AgencyFixture agencies;

  private static String path(String incident, int revision) {
    return "/v1/ledger/receipts?subject=%s&revision=%d".formatted(incident, revision);
  }

  private Response receipt(TestAgency agency, String incident, int revision) throws Exception {
    bench.until(() -> Api.as(agency.first()).get(path(incident, revision)).statusCode() != 409);
    var receipt = Api.as(agency.first()).get(path(incident, revision));
    assertEquals(200, receipt.statusCode(), receipt::asString);
    return receipt;
  }

  private static byte[] bytes(Response receipt, String member) {
    return Base64.getDecoder().decode(receipt.<String>path(member));
  }

  @Test
  void aReceiptProvesTheWriteToWhoeverHasTheKey() throws Exception {
    var agency = agencies.agency();
    var incident = anIncident().postedBy(agency);
    var receipt = receipt(agency, incident, 1);
    var signed = LedgerClient.verified(SignedNote.parse(receipt.path("checkpoint")));
    var leaf = Hash.ofLeaf(bytes(receipt, "leaf"));
    long index = receipt.<Number>path("index").longValue();
    assertTrue(Proofs.isIncluded(leaf, index, signed.tree(), LedgerClient.hashes(receipt)));
    var proof =
        Api.as(agency.first())
            .get(
                "/v1/ledger/proofs/inclusion?leaf=%d&size=%d"
                    .formatted(index, signed.tree().size()));
    assertEquals(LedgerClient.hashes(receipt), LedgerClient.hashes(proof));
    var entry = StoredJson.parse(new String(bytes(receipt, "leaf"), UTF_8));
    assertEquals(incident, entry.path("subject").asText());
    assertEquals("incident-created", entry.path("act").asText());
    assertFalse(entry.has("index"), "two leaves would tell how much others wrote");
  }

  @Test
  void theReceiptsSaltBindsTheLeafToWhatIsStored() throws Exception {
    var agency = agencies.agency();
    var incident = anIncident().postedBy(agency);
    var receipt = receipt(agency, incident, 1);
    var leaf = StoredJson.parse(new String(bytes(receipt, "leaf"), UTF_8));
    var commitment =
        new Commitment(
            Base64.getDecoder().decode(leaf.path("commitment").asText()), bytes(receipt, "salt"));
    assertTrue(commitment.isTo(stored(incident)));
  }

  private String stored(String incident) throws SQLException {
    return (String)
        bench
            .rows(
                "SELECT document::text FROM incident_revision WHERE incident = '%s' AND revision = 1"
                    .formatted(incident))
            .get(0)
            .get(0);
  }

  @Test
  void asTextTheReceiptIsATransparencyLogProof() throws Exception {
    var agency = agencies.agency();
    var incident = anIncident().postedBy(agency);
    var receipt = receipt(agency, incident, 1);
    var text = Api.as(agency.first()).accept("text/plain").get(path(incident, 1)).asString();
    var parts = text.split("\n\n", 2);
    var head = parts[0].lines().toList();
    assertEquals("c2sp.org/tlog-proof@v1", head.get(0));
    assertEquals("extra " + receipt.path("leaf"), head.get(1));
    assertEquals("index " + receipt.path("index"), head.get(2));
    var signed = LedgerClient.verified(SignedNote.parse(parts[1]));
    var hashes =
        head.subList(3, head.size()).stream()
            .map(h -> Hash.of(Base64.getDecoder().decode(h)))
            .toList();
    assertTrue(
        Proofs.isIncluded(
            Hash.ofLeaf(bytes(receipt, "leaf")),
            receipt.<Number>path("index").longValue(),
            signed.tree(),
            hashes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "*/*"})
  void theReceiptSaysOnceThatItVaries(String accept) throws Exception {
    var agency = agencies.agency();
    var incident = anIncident().postedBy(agency);
    receipt(agency, incident, 1);
    var answer = Api.as(agency.first()).accept(accept).get(path(incident, 1));
    assertEquals(List.of("Accept"), answer.headers().getValues("Vary"));
  }

  @Test
  void aWriteThatIsNotSignedYetIsToBeAskedForAgain() throws Exception {
    var agency = agencies.agency();
    var subject = UUID.randomUUID();
    bench.superuser(
        """
        INSERT INTO journal (id, xid, at, agency, actor, act, subject_kind, subject, subject_revision)
        VALUES (gen_random_uuid(), '9000000000000000', now(), '%s', 'a/x', 'test', 'test', '%s', 1)
        """
            .formatted(agency.id(), subject));
    try {
      Api.as(agency.first())
          .get(path(subject.toString(), 1))
          .then()
          .statusCode(409)
          .header("Retry-After", equalTo("60"))
          .body("type", equalTo("/problems/receipt-not-yet"));
    } finally {
      bench.superuser("DELETE FROM journal WHERE subject = '%s'".formatted(subject));
    }
  }

  @Test
  void whatAnotherAgencyWroteAndWhatNobodyWroteAreAnsweredAlike() throws Exception {
    var agency = agencies.agency();
    var incident = anIncident().postedBy(agency);
    receipt(agency, incident, 1);
    var other = agencies.agency().first();
    var foreign = Api.as(other).get(path(incident, 1));
    var none = Api.as(other).get(path(UUID.randomUUID().toString(), 1));
    foreign.then().statusCode(404);
    assertEquals(withoutRequest(none), withoutRequest(foreign));
    Api.as(agency.first()).get(path(incident, 2)).then().statusCode(404);
  }

  /** Else the leaf would tell whom else the record reaches and from whom it is barred. */
  @Test
  void whoSpeaksBesideARecordGetsAReceiptOfTheWordsAndNoneOfTheRecord() throws Exception {
    var owner = agencies.agency("ngo", null);
    var reader = agencies.agency();
    var incident = anIncident().sharedWith(reader, agencies.agency()).recordedBy(owner);
    var dispute =
        Api.sending(reader.first(), "{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}")
            .post("/v1/incidents/" + incident + "/disputes")
            .<String>path("id");
    var words = new String(bytes(receipt(reader, dispute, 1), "leaf"), UTF_8);
    assertTrue(words.contains("\"audienceAfter\":null"), words);
    bench.until(() -> Api.as(reader.first()).get(path(incident, 1)).statusCode() != 409);
    var ofRecord = Api.as(reader.first()).get(path(incident, 1));
    assertEquals(404, ofRecord.statusCode(), () -> new String(bytes(ofRecord, "leaf"), UTF_8));
    receipt(owner, incident, 3);
  }

  /** The state of the record counts revisions that the assessor does not see. */
  @Test
  void noTryingFindsFromAReceiptHowManyRevisionsOfARecordItsAssessorDoesNotSee() throws Exception {
    var owner = agencies.agency("ngo", null);
    var reader = agencies.agency();
    var record = "/v1/incidents/" + anIncident().sharedWith(reader).recordedBy(owner);
    var made = aQualifyingAssessment().madeBy(reader.first(), record);
    var id = made.substring(made.lastIndexOf('/') + 1);
    var receipt = receipt(reader, id, 1);
    var leaf = StoredJson.parse(new String(bytes(receipt, "leaf"), UTF_8));
    var commitment = Base64.getDecoder().decode(leaf.path("commitment").asText());
    var shown = receipt.<String>path("salt");
    var salt = shown == null ? new byte[0] : Base64.getDecoder().decode(shown);
    var content = (ObjectNode) StoredJson.parse(storedAssessment(id));
    for (int state = 0; state < 50; state++) {
      content.put("state", state);
      assertFalse(new Commitment(commitment, salt).isTo(content.toString()), "found by trying");
    }
  }

  private String storedAssessment(String id) throws SQLException {
    var query = new AssessmentContent().query();
    return (String)
        bench
            .rows(
                "SELECT content FROM (%s) AS s WHERE subject = '%s' AND revision = 1"
                    .formatted(query, id))
            .get(0)
            .get(0);
  }

  private static String withoutRequest(Response answer) {
    return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?subject=x&revision=1",
        "?subject=6F9619FF-8B86-D011-B42D-00C04FC964FF&revision=1",
        "?subject=6f9619ff-8b86-4011-b42d-00c04fc964ff",
        "?subject=6f9619ff-8b86-4011-b42d-00c04fc964ff&revision=0",
        "?subject=6f9619ff-8b86-4011-b42d-00c04fc964ff&revision=99999999999"
      })
  void aQuestionWithoutSubjectOrRevisionIsRefused(String query) {
    Api.as(agencies.agency().first()).get("/v1/ledger/receipts" + query).then().statusCode(400);
  }
}
