package org.tnregistry.incident.contribution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.incident.IncidentBuilder;

/**
 * What of a contribution is in the record once it is accepted, and where its pointers lead then.
 */
@QuarkusTest
class AcceptanceTest {
  private static final String REASON = "{\"reason\":\"Checked.\"}";

  /** Two sources, so that neither ids nor places of the contribution are those of the record. */
  private static final String GIVEN =
      """
      {"sources": [
         {"id": "n1", "type": "official-document", "title": "A list"},
         {"id": "n2", "type": "court-decision", "title": "A judgment"}],
       "claims": [
         {"id": "k1", "pointer": "/title/en", "value": "Of the title", "source": "n1"},
         {"id": "k2", "pointer": "/sources/0/title", "value": "Of the source", "source": "n2"}],
       "responses": [
         {"id": "r1", "state": "BE", "type": "prosecution", "sources": ["n2", "n1"]}],
       "counterView": {"en": "It was not so."},
       "reason": "Seen."}
      """;

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency author;
  private String record = "";

  @BeforeEach
  void aRecordWithAPartThatTheAuthorDoesNotSee() {
    owner = agencies.agency("law-enforcement", "FR");
    author = agencies.agency("ngo", null);
    record = "/v1/incidents/" + incident().recordedBy(owner);
  }

  private IncidentBuilder incident() {
    return anIncident()
        .source("s2")
        .with(
            d -> {
              var hidden = (ObjectNode) d.at("/sources/0");
              hidden.put("title", "Hidden").putObject("handling").put("marking", "TLP:RED");
            })
        .sharedWith(author);
  }

  @Test
  void itsPartsAreInTheRecordAndTheirReferencesLeadWhereTheyLed() {
    Api.as(author.first()).get(record).then().body("sources.id", contains("s2"));
    var self = filed();
    String prefix = Api.as(author.first()).get(self).path("idPrefix");
    accepted(self);
    Api.as(owner.first())
        .get(record)
        .then()
        .body("sources.id", contains("s1", "s2", prefix + "1", prefix + "2"))
        .body("sources[2].title", equalTo("A list"))
        .body("sources[3].title", equalTo("A judgment"))
        .body("claims.id", contains(prefix + "1", prefix + "2"))
        .body("claims.source", contains(prefix + "1", prefix + "2"))
        .body("claims.pointer", contains("/title/en", "/sources/1/title"))
        .body("claims.value", contains("Of the title", "Of the source"))
        .body("responses.id", contains(prefix + "1"))
        .body("responses[0].state", equalTo("BE"))
        .body("responses[0].sources", contains(prefix + "2", prefix + "1"))
        .body("counterView", nullValue())
        .body("title.en", equalTo("Test incident"));
    Api.as(author.first())
        .get(record)
        .then()
        .body("sources.id", contains("s2", prefix + "1", prefix + "2"))
        .body("claims.pointer", contains("/title/en", "/sources/0/title"));
    Api.as(author.first())
        .get(self)
        .then()
        .body("sources.id", contains("n1", "n2"))
        .body("claims.pointer", contains("/title/en", "/sources/0/title"))
        .body("counterView.en", equalTo("It was not so."));
  }

  @Test
  void theHistoryTellsWhichContributionOfWhomWasTakenIn() {
    var self = filed();
    accepted(self);
    var id = self.substring(self.lastIndexOf('/') + 1);
    Api.as(author.first())
        .get(record + "/history")
        .then()
        .body("items[-1].act", equalTo("amended"))
        .body(
            "items[-1].reason",
            equalTo("Accepted contribution " + id + " of " + author.handle() + "."));
  }

  @Test
  void aClaimFollowsWhatItIsAboutWhereverThatStandsNow() {
    var self = filed();
    amended(
        incident()
            .with(d -> d.withArrayProperty("sources").insert(1, d.at("/sources/1").deepCopy()))
            .with(d -> ((ObjectNode) d.at("/sources/1")).put("id", "s9")));
    accepted(self);
    Api.as(owner.first())
        .get(record)
        .then()
        .body("sources[2].id", equalTo("s2"))
        .body("claims.pointer", contains("/title/en", "/sources/2/title"));
  }

  @Test
  void whatAClaimIsAboutNoMoreCannotBeAccepted() {
    var self = filed();
    amended(incident().with(d -> d.withArrayProperty("sources").remove(1)));
    assertRefused(
        RawHttp.send(
            "POST",
            owner.first(),
            self + "/acceptance",
            REASON.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "Content-Type: application/json",
            "If-Match: *"),
        422,
        "invalid-document",
        "pointer-leads-nowhere #/claims/1/pointer");
    Api.as(owner.first()).get(self).then().body("status", equalTo("open"));
    var before = Api.as(owner.first()).get(record);
    before.then().body("claims", nullValue());
    assertEquals(-1, before.asString().indexOf("A judgment"));
  }

  @Test
  void theStatesAContributionBarsAreBarredFromTheRecordBesideThoseBarredBefore() {
    amended(
        incident()
            .with(
                d ->
                    ((ObjectNode) d.get("handling"))
                        .putObject("barred")
                        .putArray("jurisdictions")
                        .add("UA")));
    var self =
        filed(
            GIVEN.replace(
                "\"reason\": \"Seen.\"", "\"barred\": [\"DE\", \"UA\"], \"reason\": \"Seen.\""));
    accepted(self);
    Api.as(owner.first())
        .get(record)
        .then()
        .body("handling.barred.jurisdictions", contains("UA", "DE"))
        .body("handling.marking", equalTo("TLP:AMBER+STRICT"));
    Api.as(author.first()).get(record).then().statusCode(200).body(containsString("A list"));
  }

  private void amended(IncidentBuilder incident) {
    Api.sending(owner.first(), incident.json())
        .header("If-Match", "*")
        .put(record)
        .then()
        .statusCode(200);
  }

  private String filed() {
    return filed(GIVEN);
  }

  private String filed(String json) {
    return Api.sending(author.first(), json)
        .post(record + "/contributions")
        .then()
        .statusCode(201)
        .extract()
        .path("self");
  }

  private void accepted(String self) {
    Api.sending(owner.first(), REASON)
        .header("If-Match", Api.as(owner.first()).get(record).header("ETag"))
        .post(self + "/acceptance")
        .then()
        .statusCode(200);
  }
}
