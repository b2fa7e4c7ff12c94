package org.tnregistry.access.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

/** Groups that audiences name: an agency knows those it belongs to, and learns of no others. */
@QuarkusTest
class NamedGroupTest {
  private static final String REQUEST = "X-Request-Id: the-same-for-both";
  private static final String HANDLING =
      "\"handling\":{\"marking\":\"TLP:AMBER\",\"audience\":{\"groups\":[\"GROUP\"]}}";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;

  private TestAgency agency;
  private String own = "";
  private String ofOthers = "";

  @BeforeEach
  void aGroupOfOneSOwnAndOneOfOthers() {
    // What is TLP:AMBER is shared with agencies of the same state, and other tests have some there.
    agency = agencies.agency("ngo", "AD");
    own = operator.group();
    ofOthers = operator.group();
    operator.join(own, agency);
    operator.join(ofOthers, agencies.agency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/v1/incidents | {\"title\":{\"en\":\"T\"},HANDLING}",
        "/v1/cases | {\"kind\":\"campaign\",\"title\":{\"en\":\"T\"},HANDLING}",
        "/v1/parties | {\"kind\":\"organisation\",\"identity\":{\"names\":"
            + "[{\"text\":\"N\",\"kind\":\"primary\"}]},HANDLING}",
      })
  void aGroupOfOthersIsAsUnknownAsOneThatIsNot(String path, String document) {
    var missing = "group-" + UUID.randomUUID().toString().substring(0, 8);
    var refused = posted(path, document, ofOthers);
    assertRefused(refused, 422, "invalid-document", "unknown-group #/handling/audience/groups/0");
    assertEquals(posted(path, document, missing).body(), refused.body());
    assertEquals(201, posted(path, document, own).status());
  }

  @Test
  void whoLeftAGroupAmendsWhatNamesItAndNamesItNowhereElse() {
    var document = anIncident().sharedWithGroup(own);
    var record = "/v1/incidents/" + document.recordedBy(agency);
    var file = Api.sending(agency.first(), aCase(own)).post("/v1/cases").header("Location");
    operator.leave(own, agency);
    for (var path : new String[] {record, file}) {
      var sent = path.equals(record) ? document.titled("en", "Amended").json() : aCase(own);
      Api.sending(agency.first(), sent).header("If-Match", "*").put(path).then().statusCode(200);
    }
    assertEquals(422, posted("/v1/cases", aCase("GROUP"), own).status());
    assertEquals(422, posted("/v1/incidents", document.json(), own).status());
  }

  private static String aCase(String group) {
    return ("{\"kind\":\"campaign\",\"title\":{\"en\":\"T\"}," + HANDLING + "}")
        .replace("GROUP", group);
  }

  private Answer posted(String path, String document, String group) {
    var json = document.replace("HANDLING", HANDLING).replace("GROUP", group);
    return RawHttp.send(
        "POST",
        agency.first(),
        path,
        json.getBytes(StandardCharsets.UTF_8),
        "Content-Type: application/json",
        REQUEST);
  }
}
