package org.tnregistry.ledger.publication;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.ledger.LedgerBench;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.NoteSignature;
import org.tnregistry.ledger.note.NoteSigner;
import org.tnregistry.ledger.note.SignedNote;

/** Members put their own signatures under what they have seen. */
@QuarkusTest
class WitnessTest {
  @Inject LedgerBench bench;
  @Inject AgencyFixture agencies;

  private TestAgency agency;
  private NoteSigner witness;

  @BeforeEach
  void aWitness() throws Exception {
    agency = agencies.agency();
    witness = signer();
    bench.until(() -> Api.anonymous().get("/v1/ledger/checkpoint").statusCode() == 200);
  }

  private static NoteSigner signer() throws NoteException {
    return NoteSigner.of("witness.example/" + UUID.randomUUID(), NoteSigner.newKey());
  }

  private Response register(String key) {
    return Api.sending(agency.first(), "{\"verifierKey\":\"" + key + "\"}")
        .post("/v1/ledger/witnesses");
  }

  private Response cosign(String note) {
    return cosign(agency, note);
  }

  private static Response cosign(TestAgency agency, String note) {
    return Api.as(agency.first())
        .contentType("text/plain")
        .body(note)
        .post("/v1/ledger/cosignatures");
  }

  private static String with(SignedNote note, NoteSignature... lines) {
    return new SignedNote(note.text(), List.of(lines)).toString();
  }

  @Test
  void aCosignatureIsServedWithItsCheckpoint() throws Exception {
    var key = witness.cosignatureKey();
    register(key.toString()).then().statusCode(201).body("agency", equalTo(agency.id().toString()));
    var note = LedgerClient.note();
    cosign(with(note, witness.cosign(note.text(), 1_800_000_000)))
        .then()
        .statusCode(201)
        .body("size", equalTo((int) Checkpoint.parse(note.text()).tree().size()))
        .body("witnesses", equalTo(List.of(key.toString())));
    var served = SignedNote.parse(LedgerClient.get("/checkpoint?cosigned=true").asString());
    assertTrue(served.isSignedBy(key), served::toString);
    LedgerClient.verified(served);
    Api.as(agency.first())
        .get("/v1/ledger/witnesses")
        .then()
        .statusCode(200)
        .body("items.verifierKey", hasItem(key.toString()));
  }

  @Test
  void aPlainSignatureOfTheNoteIsACosignatureToo() throws Exception {
    register(witness.verifierKey().toString()).then().statusCode(201);
    var note = LedgerClient.note();
    var lines = witness.sign(note.text()).signatures();
    cosign(note.and(lines).toString()).then().statusCode(201);
  }

  @Test
  void theSameCosignatureTwiceIsTakenOnce() throws Exception {
    register(witness.cosignatureKey().toString());
    var note = LedgerClient.note();
    cosign(with(note, witness.cosign(note.text(), 1))).then().statusCode(201);
    cosign(with(note, witness.cosign(note.text(), 2))).then().statusCode(201);
    var lines =
        "SELECT count(*) FROM ledger_cosignature WHERE agency = '%s'".formatted(agency.id());
    assertEquals(1L, bench.rows(lines).get(0).get(0));
  }

  @Test
  void aSignatureOfAKeyThatIsNotRegisteredIsRefused() throws Exception {
    register(witness.cosignatureKey().toString());
    var note = LedgerClient.note();
    refused(cosign(with(note, signer().cosign(note.text(), 1))), 422, "cosignature-unverified");
    var wrong = witness.cosign(note.text() + "x\n", 1);
    refused(cosign(with(note, wrong)), 422, "cosignature-unverified");
    refused(cosign(note.toString()), 422, "cosignature-unverified");
  }

  @Test
  void aKeyOfAnotherAgencyIsNotOnesOwn() throws Exception {
    register(witness.cosignatureKey().toString());
    var note = LedgerClient.note();
    var answer = cosign(agencies.agency(), with(note, witness.cosign(note.text(), 1)));
    refused(answer, 422, "cosignature-unverified");
  }

  @Test
  void aCheckpointThatThisLedgerDidNotSignIsUnknown() throws Exception {
    register(witness.cosignatureKey().toString());
    var text = LedgerClient.note().text();
    for (var other : List.of(text.replaceFirst("\n\\d+\n", "\n7\n"), "x" + text, root(text))) {
      refused(
          cosign(new SignedNote(other, List.of(witness.cosign(other, 1))).toString()),
          422,
          "unknown-checkpoint");
    }
  }

  private static String root(String text) throws NoteException {
    var checkpoint = Checkpoint.parse(text);
    var other = Hash.ofNothing().base64();
    return text.replace(checkpoint.tree().root().base64(), other);
  }

  @Test
  void aWitnessDoesNotGoBack() throws Exception {
    register(witness.cosignatureKey().toString());
    var older = LedgerClient.note();
    bench.until(
        () -> !Api.anonymous().get("/v1/ledger/checkpoint").asString().startsWith(older.text()));
    var newer = LedgerClient.note();
    cosign(with(newer, witness.cosign(newer.text(), 2))).then().statusCode(201);
    refused(cosign(with(older, witness.cosign(older.text(), 3))), 409, "cosignature-stale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "text", "a\n1\nb\n\n— name AAAAAAAAAAAA\n", "\u0001\n\n— a b\n"})
  void whatIsNoSignedCheckpointIsMalformed(String body) {
    assertEquals(400, cosign(body).statusCode());
  }

  @Test
  void aKeyBelongsToOneAgency() throws Exception {
    register(witness.cosignatureKey().toString()).then().statusCode(201);
    refused(register(witness.cosignatureKey().toString()), 409, "witness-key-taken");
    agency = agencies.agency();
    refused(register(witness.cosignatureKey().toString()), 409, "witness-key-taken");
  }

  @Test
  void whatIsNoVerifierKeyIsRefused() {
    refused(register("name+00000000+AAAA"), 422, "invalid-document");
    refused(
        register(LedgerClient.get("/verifier-key").asString().strip()), 422, "invalid-document");
    Api.sending(agency.first(), "{}").post("/v1/ledger/witnesses").then().statusCode(422);
  }

  @Test
  void aRegistrationIsAnEntryOfTheLedger() {
    var id = register(witness.cosignatureKey().toString()).<String>path("id");
    assertTrue(
        List.of(200, 409)
            .contains(
                Api.as(agency.first())
                    .get("/v1/ledger/receipts?subject=" + id + "&revision=1")
                    .statusCode()));
  }

  private static void refused(Response answer, int status, String slug) {
    answer.then().statusCode(status).body("type", equalTo("/problems/" + slug));
  }
}
