package org.tnregistry.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.tnregistry.cases.casefile.CaseBuilder.aCase;
import static org.tnregistry.cases.casefile.CaseBuilder.added;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** What was said beside a record while an agency was barred from it, once the bar is lifted. */
@QuarkusTest
class LiftedBarTest {
  private static final String REASON = "{\"reason\":\"Not for Monaco.\"}";
  private static final String NOTED = "{\"outcome\":\"noted\",\"reason\":\"Not for Monaco.\"}";

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency speaker;
  private TestAgency reader;
  private TestAgency ofMonaco;
  private String record = "";

  @BeforeEach
  void aSharedRecord() {
    owner = agencies.agency("law-enforcement", "FR");
    speaker = agencies.agency("ngo", null);
    reader = agencies.agency("ngo", null);
    ofMonaco = agencies.agency("law-enforcement", "MC");
    record =
        "/v1/incidents/" + anIncident().sharedWith(speaker, reader, ofMonaco).recordedBy(owner);
  }

  @Test
  void aDisputeAndItsAnswerFromThatTimeStayHidden() {
    var before = disputedBy(ofMonaco);
    barMonaco();
    var during = disputedBy(speaker);
    done(owner, before + "/answer", NOTED);
    liftTheBar();
    var after = disputedBy(speaker);
    done(owner, after + "/answer", NOTED);
    assertEquals(List.of(before, after), list(ofMonaco, "/disputes", "self"));
    assertEquals(404, Api.as(ofMonaco.first()).get(during).statusCode());
    assertNull(Api.as(ofMonaco.first()).get(before).<Object>path("answer"));
    assertEquals("noted", Api.as(ofMonaco.first()).get(after).path("answer.outcome"));
    for (var seeing : List.of(owner, speaker, reader)) {
      assertEquals(List.of(before, during, after), list(seeing, "/disputes", "self"));
      assertEquals("noted", Api.as(seeing.first()).get(before).path("answer.outcome"));
    }
  }

  @Test
  void aContributionAndItsDecisionFromThatTimeStayHidden() {
    var before = contributedBy(ofMonaco);
    barMonaco();
    var during = contributedBy(speaker);
    done(owner, before + "/declination", REASON);
    liftTheBar();
    var after = contributedBy(speaker);
    done(owner, after + "/declination", REASON);
    assertEquals(List.of(before, after), list(ofMonaco, "/contributions", "self"));
    assertEquals(List.of("open", "declined"), list(ofMonaco, "/contributions", "status"));
    assertEquals(404, Api.as(ofMonaco.first()).get(during).statusCode());
    for (var seeing : List.of(owner, speaker, reader)) {
      assertEquals(List.of(before, during, after), list(seeing, "/contributions", "self"));
      assertEquals(
          List.of("declined", "open", "declined"), list(seeing, "/contributions", "status"));
    }
  }

  /** Nor is one shown that was superseded, confirmed or withdrawn then, as if it had not been. */
  @Test
  void anAssessmentOfWhichAnythingIsFromThatTimeStaysHidden() {
    var superseded = aQualifyingAssessment().madeBy(speaker.first(), record);
    var withdrawn = aQualifyingAssessment().madeBy(reader.first(), record);
    var confirmed = aQualifyingAssessment().madeBy(owner.first(), record);
    assertEquals(3, list(ofMonaco, "/assessments", "self").size());
    barMonaco();
    var during = aQualifyingAssessment().madeBy(speaker.first(), record);
    done(reader, withdrawn + "/withdrawal", REASON);
    Api.sending(owner.second(), REASON).post(confirmed + "/confirmation").then().statusCode(200);
    liftTheBar();
    assertEquals(List.of(), list(ofMonaco, "/assessments", "self"));
    assertEquals(List.of(), list(ofMonaco, "/classification", "agency"));
    assertEquals(404, Api.as(ofMonaco.first()).get(during).statusCode());
    assertEquals(
        List.of(superseded, withdrawn, confirmed, during), list(reader, "/assessments", "self"));
    var after = aQualifyingAssessment().madeBy(speaker.first(), record);
    assertEquals(List.of(after), list(ofMonaco, "/assessments", "self"));
  }

  @Test
  void thatItWasPutInACaseOrTakenOutAtThatTimeStaysHidden() {
    var file = openedBy(speaker, aCase(reader, ofMonaco));
    var other = openedBy(speaker, aCase(reader, ofMonaco));
    var incident = record.substring("/v1/incidents/".length());
    var before = added(reader.first(), file, incident);
    assertEquals(List.of(before), members(ofMonaco, file));
    barMonaco();
    var during = added(reader.first(), other, incident);
    done(reader, before + "/removal", REASON);
    liftTheBar();
    assertEquals(List.of(), members(ofMonaco, file));
    assertEquals(List.of(), members(ofMonaco, other));
    assertEquals(404, Api.as(ofMonaco.first()).get(during).statusCode());
    assertEquals(List.of(before), members(speaker, file));
    assertEquals(List.of(during), members(speaker, other));
    var after = added(reader.first(), file, incident);
    assertEquals(List.of(after), members(ofMonaco, file));
  }

  @Test
  void anOwnerWhoIsBarredFromItsOwnRecordByWhatStandsInItReadsAllThatIsSaidOfIt() {
    record =
        "/v1/incidents/"
            + anIncident().role("requesting", "FR").sharedWith(speaker, reader).recordedBy(owner);
    var file = openedBy(speaker, aCase(owner, reader));
    var dispute = disputedBy(speaker);
    var contribution = contributedBy(speaker);
    var assessment = aQualifyingAssessment().madeBy(speaker.first(), record);
    done(speaker, dispute + "/withdrawal", REASON);
    done(speaker, contribution + "/withdrawal", REASON);
    done(speaker, assessment + "/withdrawal", REASON);
    assertEquals("Not for Monaco.", Api.as(owner.first()).get(dispute).path("withdrawal.reason"));
    assertEquals(List.of("withdrawn"), Api.as(owner.first()).get(contribution).path("acts.act"));
    assertEquals(
        "Not for Monaco.", Api.as(owner.first()).get(assessment).path("withdrawal.reason"));
    var incident = record.substring("/v1/incidents/".length());
    var membership = added(reader.first(), file, incident);
    assertEquals(List.of(membership), members(owner, file));
  }

  private String disputedBy(TestAgency author) {
    return saidBy(author, "/disputes", "{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}");
  }

  private String contributedBy(TestAgency author) {
    return saidBy(
        author, "/contributions", "{\"counterView\":{\"en\":\"No.\"},\"reason\":\"Seen.\"}");
  }

  private String saidBy(TestAgency author, String where, String json) {
    return Api.sending(author.first(), json)
        .post(record + where)
        .then()
        .statusCode(201)
        .extract()
        .path("self");
  }

  private static void done(TestAgency by, String path, String json) {
    Api.sending(by.first(), json).post(path).then().statusCode(200);
  }

  private List<String> list(TestAgency by, String what, String member) {
    return Api.as(by.first()).get(record + what).path("items." + member);
  }

  private static List<String> members(TestAgency by, String file) {
    return Api.as(by.first()).get(file + "/members").path("items.self");
  }

  private void barMonaco() {
    patch("{\"handling\":{\"barred\":{\"jurisdictions\":[\"MC\"]}}}");
    assertEquals(404, Api.as(ofMonaco.first()).get(record).statusCode());
  }

  private void liftTheBar() {
    patch("{\"handling\":{\"barred\":null}}");
    for (var token : List.of(owner.first(), owner.second())) {
      Api.sending(token, "{\"jurisdiction\":\"MC\",\"reason\":\"Cleared.\"}")
          .post(record + "/bar-liftings")
          .then()
          .statusCode(200);
    }
    assertEquals(200, Api.as(ofMonaco.first()).get(record).statusCode());
  }

  private void patch(String patch) {
    Api.patched(owner.first(), record, patch);
  }
}
