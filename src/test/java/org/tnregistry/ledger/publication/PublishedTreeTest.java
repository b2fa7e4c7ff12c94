package org.tnregistry.ledger.publication;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.ledger.LedgerBench;
import org.tnregistry.ledger.merkle.MerkleTree;
import org.tnregistry.ledger.merkle.Proofs;

/** Everybody can fetch the tree and see for themselves. */
@QuarkusTest
class PublishedTreeTest {
  @Inject LedgerBench bench;
  @Inject AgencyFixture agencies;

  @BeforeEach
  void somethingIsSigned() throws Exception {
    bench.until(() -> Api.anonymous().get("/v1/ledger/checkpoint").statusCode() == 200);
  }

  @Test
  void theTilesGiveTheRootOfTheSignedCheckpoint() throws Exception {
    var signed = LedgerClient.checkpoint();
    long size = signed.tree().size();
    assertTrue(size > 0 && size % 16 == 0);
    assertEquals("tnr-registry.local/ledger", signed.origin());
    assertEquals(signed.tree().root(), new MerkleTree(LedgerClient.tiles(size)).root(size));
  }

  @Test
  void twoCheckpointsAreConsistentByTheProofOfTheRegistry() throws Exception {
    var first = LedgerClient.checkpoint().tree();
    bench.until(() -> sizeNow() > first.size());
    var second = LedgerClient.checkpoint().tree();
    var proof =
        Api.as(agencies.agency().first())
            .get(
                "/v1/ledger/proofs/consistency?from=%d&to=%d"
                    .formatted(first.size(), second.size()));
    assertEquals(200, proof.statusCode());
    assertTrue(Proofs.isConsistent(first, second, LedgerClient.hashes(proof)));
  }

  private static long sizeNow() {
    return Long.parseLong(
        Api.anonymous().get("/v1/ledger/checkpoint").asString().split("\n", 3)[1]);
  }

  @Test
  void aCheckpointIsCachedForSecondsAndATileForEver() {
    Api.anonymous()
        .get("/v1/ledger/checkpoint")
        .then()
        .header("Content-Type", equalTo("text/plain;charset=utf-8"))
        .header("Cache-Control", equalTo("public, max-age=5"));
    Api.anonymous()
        .get("/v1/ledger/tile/0/000.p/1")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("application/octet-stream"))
        .header("Content-Length", equalTo("32"))
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/x999/999",
        "0/x999/999.p/1",
        "7/000",
        "7/000.p/1",
        "63/000",
        "entries/000",
        "0/1",
        "0/000.p/256",
        "0/000/000"
      })
  void beyondTheTreeThereIsNothing(String tile) {
    Api.anonymous()
        .get("/v1/ledger/tile/" + tile)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inclusion",
        "inclusion?leaf=0",
        "inclusion?leaf=0&size=0",
        "inclusion?leaf=1&size=1",
        "inclusion?leaf=-1&size=1",
        "inclusion?leaf=01&size=2",
        "inclusion?leaf=0&size=999999999999999999",
        "inclusion?leaf=0&size=99999999999999999999",
        "inclusion?leaf=0&leaf=1&size=2",
        "consistency?from=0&to=1",
        "consistency?from=2&to=1",
        "consistency?from=1&to=999999999999999999",
        "consistency?from=1&to=x",
        "consistency?from=1&to=2&other=1"
      })
  void aProofOfWhatIsNotThereIsRefused(String proof) {
    Api.as(agencies.agency().first())
        .get("/v1/ledger/proofs/" + proof)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"));
  }

  @Test
  void onlyTrueOrFalseSaysWhetherACheckpointMustBeCosigned() {
    Api.anonymous().get("/v1/ledger/checkpoint?cosigned=yes").then().statusCode(400);
    Api.anonymous().get("/v1/ledger/checkpoint?cosigned=false").then().statusCode(200);
  }
}
