package org.tnregistry.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Agencies of the owner's state, of another, of the person's, and an NGO: who sees the party. */
@QuarkusTest
class PartySharingTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency belgian;
  private TestAgency french;
  private TestAgency kazakh;
  private TestAgency ngo;

  PartySharingTest() {
    var nobody = new TestAgency(new UUID(0, 0), "", "", "");
    owner = nobody;
    belgian = nobody;
    french = nobody;
    kazakh = nobody;
    ngo = nobody;
  }

  @BeforeEach
  void someAgencies() {
    owner = agencies.agency("law-enforcement", "BE");
    belgian = agencies.agency("asylum-authority", "BE");
    french = agencies.agency("law-enforcement", "FR");
    kazakh = agencies.agency("law-enforcement", "KZ");
    ngo = agencies.agency("ngo", null);
  }

  /** Seen by, in the order owner, Belgian, French, Kazakh, NGO: 1 for whoever sees it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          -                                                          | -                                    | 10000
          'marking':'TLP:RED'                                        | -                                    | 10000
          'marking':'TLP:RED','audience':{'agencies':['@ngo']}       | -                                    | 10001
          'marking':'TLP:AMBER'                                      | -                                    | 11000
          'marking':'TLP:AMBER','audience':{'jurisdictions':['FR','KZ']} | -                                | 11100
          'marking':'TLP:GREEN'                                      | -                                    | 11101
          'marking':'TLP:CLEAR'                                      | -                                    | 11101
          'marking':'TLP:GREEN','barred':{'jurisdictions':['FR']}    | -                                    | 11001
          'marking':'TLP:GREEN','barred':{'agencies':['@ngo']}       | -                                    | 11100
          'marking':'TLP:GREEN'                                      | 'ngos':{'state':'refused'}           | 11100
          'marking':'TLP:GREEN'                                      | 'governments':{'state':'withdrawn'}  | 10001
          'marking':'TLP:GREEN'                                      | 'governments':{'state':'unknown'}    | 11101
          'marking':'TLP:RED','audience':{'agencies':['@ngo']}       | 'ngos':{'state':'refused'}           | 10000
          """)
  void whoeverTheHandlingNamesSeesItAndThePersonsStateNever(
      String handling, String consent, String seenBy) {
    var id = Persons.registered(owner, document(handling, consent));
    assertEquals(seenBy, seenBy(id, ""));
    assertEquals(seenBy, seenBy(id, "/identity-readings"));
  }

  @Test
  void theOwnersOwnStateIsNotBarredFromItsNationals() {
    var id = Persons.registered(owner, document("'marking':'TLP:AMBER'", "-").replace("KZ", "BE"));
    assertEquals("11000", seenBy(id, ""));
  }

  @Test
  void consentThatIsTakenBackClosesAPartyToEverybodyButItsOwner() {
    var id = Persons.registered(owner, document("'marking':'TLP:GREEN'", "-"));
    assertEquals("11101", seenBy(id, "/identity-readings"));
    var closed =
        "{'kind':'person','state':'KZ','handling':{'marking':'TLP:GREEN'},'consent':{'recording':{'state':'withdrawn','date':'2026-11'}}}"
            .replace('\'', '"');
    Api.sending(owner.first(), closed)
        .header("If-Match", "*")
        .put("/v1/parties/" + id)
        .then()
        .statusCode(200);
    assertEquals("10000", seenBy(id, ""));
    assertEquals("10000", seenBy(id, "/identity-readings"));
    Persons.identity(owner.first(), id).then().statusCode(200);
    Persons.identity(ngo.first(), id).then().statusCode(404);
  }

  @Test
  void whoeverSeesAPartyOfOthersCannotChangeIt() {
    var id = Persons.registered(owner, document("'marking':'TLP:GREEN'", "-"));
    Api.sending(ngo.first(), Persons.named("Mine"))
        .header("If-Match", "*")
        .put("/v1/parties/" + id)
        .then()
        .statusCode(404);
    Persons.erased(ngo.first(), id).then().statusCode(404);
    Persons.identity(ngo.first(), id).then().statusCode(200);
  }

  private String document(String handling, String consent) {
    var members = new StringBuilder("{'kind':'person','state':'KZ'");
    if (!handling.equals("-")) {
      members.append(",'handling':{").append(handling.replace("@ngo", ngo.handle())).append('}');
    }
    if (!consent.equals("-")) {
      members.append(",'consent':{").append(consent).append('}');
    }
    members.append(",'identity':{'names':[{'text':'Shared','kind':'primary'}]}}");
    return members.toString().replace('\'', '"');
  }

  private String seenBy(String id, String below) {
    var seen = new StringBuilder();
    for (var agency : new TestAgency[] {owner, belgian, french, kazakh, ngo}) {
      int status = Api.as(agency.first()).get("/v1/parties/" + id + below).statusCode();
      seen.append(status == 200 ? '1' : '0');
    }
    return seen.toString();
  }
}
