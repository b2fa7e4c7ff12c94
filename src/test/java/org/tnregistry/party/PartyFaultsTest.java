package org.tnregistry.party;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.StoredRows;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class PartyFaultsTest {
  private static final String PATH = "/v1/parties";
  private static final String NAMED =
      "'identity':{'names':[{'text':'" + MARKER + "','kind':'primary'}]}";
  private static final String PERSON = "{'kind':'person'," + NAMED;
  private static final String NOBODY = "11111111-1111-4111-8111-111111111111";

  @Inject AgencyFixture agencies;
  @Inject StoredRows rows;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|wrong-type #",
        "{'kind':'organisation'}|missing-member #/identity",
        "{'kind':'person','identity':{}}|missing-member #/identity/names",
        "{'kind':'person','identity':{'names':[]}}|empty #/identity/names",
        "{'kind':'person','names':[]}|unknown-member #/names",
        "{'kind':'organisation','consent':{}," + NAMED + "}|not-for-organisations #/consent",
        PERSON + ",'consent':{'recording':{'state':'refused'}}}|recording-refused #/identity",
        PERSON + ",'consent':{'recording':{'state':'withdrawn'}}}|recording-refused #/identity",
        PERSON
            + ",'handling':{'marking':'TLP:RED','audience':{'agencies':['no-such-agency']}}}|unknown-agency #/handling/audience/agencies/0",
        PERSON
            + ",'handling':{'marking':'TLP:RED','audience':{'jurisdictions':['BE']}}}|beyond-marking #/handling/audience/jurisdictions",
        "{'kind':'" + MARKER + "'," + NAMED + "}|unknown-code #/kind",
        PERSON + ",'nosuch':'" + MARKER + "'}|unknown-member #/nosuch",
        PERSON + ",'registry':{}}|server-owned-member #/registry",
        PERSON + ",'relations':{'x':'" + MARKER + "'}}|wrong-type #/relations",
        PERSON + ",'state':'XQ'}|unknown-country #/state",
        PERSON + ",'organisationKind':'intelligence-service'}|not-for-persons #/organisationKind",
        "{'kind':'person','identity':{'names':[{'text':'','kind':'primary'}]}}|empty #/identity/names/0/text",
        "{'kind':'person','identity':{'names':[{'text':'a\\u202e"
            + MARKER
            + "','kind':'primary'}]}}|forbidden-character #/identity/names/0/text",
        "{'kind':'person','identity':{'names':[{'text':'a\\u0000','kind':'primary'}]}}|forbidden-character #/identity/names/0/text",
        "{'kind':'person','identity':{'names':[{'text':'a\\udfff','kind':'primary'}]}}|forbidden-character #/identity/names/0/text",
        "{'kind':'person','identity':{'names':[{'text':'a','kind':'primary','script':'"
            + MARKER
            + "'}]}}|invalid-format #/identity/names/0/script",
        "{'kind':'person','identity':{'names':[{'text':'a','kind':'primary','language':'x x'}]}}|invalid-language-tag #/identity/names/0/language",
        PERSON
            + ",'relations':[{'type':'sibling','party':'"
            + MARKER
            + "'}]}|invalid-format #/relations/0/party",
        PERSON
            + ",'relations':[{'type':'"
            + MARKER
            + "','party':'"
            + NOBODY
            + "'}]}|unknown-code #/relations/0/type,unknown-party #/relations/0/party"
      })
  void isRefusedWithItsOwnCodeAndPointer(String document, String faults) {
    var agency = agencies.agency();
    var before = rows.of(agency);
    assertRefused(
        RawHttp.post(agency.first(), PATH, document.replace('\'', '"')),
        422,
        "invalid-document",
        faults.split(",", -1));
    assertEquals(before, rows.of(agency));
  }

  @Test
  void aPartyOfAnotherAgencyIsNotThere() {
    var theirs = agencies.agency();
    var location =
        RawHttp.post(theirs.first(), PATH, (PERSON + "}").replace('\'', '"'))
            .header("Location")
            .orElseThrow();
    var agency = agencies.agency();
    assertRefused(RawHttp.get(agency.first(), location), 404, "not-found");
    var id = location.substring(location.lastIndexOf('/') + 1);
    assertRefused(
        RawHttp.post(
            agency.first(),
            PATH,
            (PERSON + ",'relations':[{'type':'relative','party':'" + id + "'}]}")
                .replace('\'', '"')),
        422,
        "invalid-document",
        "unknown-party #/relations/0/party");
  }

  @Test
  void aPartyIsNoRelationOfItself() {
    var agency = agencies.agency();
    var location =
        RawHttp.post(agency.first(), PATH, (PERSON + "}").replace('\'', '"'))
            .header("Location")
            .orElseThrow();
    var before = rows.of(agency);
    var id = location.substring(location.lastIndexOf('/') + 1);
    var body = PERSON + ",'relations':[{'type':'" + MARKER + "','party':'" + id + "'}]}";
    assertRefused(
        RawHttp.send(
            "PUT",
            agency.first(),
            location,
            body.replace('\'', '"').getBytes(UTF_8),
            "Content-Type: application/json",
            "If-Match: *"),
        422,
        "invalid-document",
        "self-reference #/relations/0/party",
        "unknown-code #/relations/0/type");
    assertEquals(before, rows.of(agency));
  }
}
