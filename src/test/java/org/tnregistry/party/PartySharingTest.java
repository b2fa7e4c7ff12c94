package org.tnregistry.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Consent;
import org.tnregistry.access.ConsentItem;
import org.tnregistry.access.Handling;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.contract.Api;

/** Agencies of the owner's state, of another, of the person's, and an NGO: who sees the party. */
@QuarkusTest
class PartySharingTest {
  /** States that no other test shares with, whose feeds would hold these parties, too. */
  private static final String ALL =
      "'marking':'TLP:AMBER','audience':{'jurisdictions':['IS','TJ'],'agencies':['@ngo']}";

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency maltese;
  private TestAgency icelandic;
  private TestAgency tajik;
  private TestAgency ngo;

  PartySharingTest() {
    var nobody = new TestAgency(new UUID(0, 0), "", "", "");
    owner = nobody;
    maltese = nobody;
    icelandic = nobody;
    tajik = nobody;
    ngo = nobody;
  }

  @BeforeEach
  void someAgencies() {
    owner = agencies.agency("law-enforcement", "MT");
    maltese = agencies.agency("asylum-authority", "MT");
    icelandic = agencies.agency("law-enforcement", "IS");
    tajik = agencies.agency("law-enforcement", "TJ");
    ngo = agencies.agency("ngo", null);
  }

  /** Seen by, in the order owner, Maltese, Icelandic, Tajik, NGO: 1 for whoever sees it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - | - | 10000
          'marking':'TLP:RED' | - | 10000
          'marking':'TLP:RED','audience':{'agencies':['@ngo']} | - | 10001
          'marking':'TLP:AMBER' | - | 11000
          @all | - | 11101
          @all,'barred':{'jurisdictions':['IS']} | - | 11001
          @all,'barred':{'agencies':['@ngo']} | - | 11100
          @all | 'ngos':{'state':'refused'} | 11100
          @all | 'governments':{'state':'withdrawn'} | 10001
          @all | 'governments':{'state':'unknown'} | 11101
          'marking':'TLP:RED','audience':{'agencies':['@ngo']} | 'ngos':{'state':'refused'} | 10000
          """)
  void whoeverTheHandlingNamesSeesItAndThePersonsStateNever(
      String handling, String consent, String seenBy) {
    var id = Persons.registered(owner, document(handling, consent));
    assertEquals(seenBy, seenBy(id, ""));
    assertEquals(seenBy, seenBy(id, "/identity-readings"));
  }

  @Test
  void withoutConsentToPublicNamingAPersonThatAnyoneMaySeeIsTheMembers() {
    for (var consent : List.of("unknown", "refused", "given")) {
      var document = person(new ConsentItem(consent, null));
      assertEquals(
          consent.equals("given") ? Reach.ANYONE : Reach.of(List.of(Principal.MEMBER)),
          PartyAudience.reach(document, agencies.viewer(owner, "officer"), Map.of()));
    }
  }

  private static PartyDocument person(ConsentItem publicNaming) {
    return new PartyDocument(
        "person",
        null,
        null,
        null,
        new Handling("TLP:CLEAR", null, null),
        new Consent(null, null, null, publicNaming),
        null);
  }

  @Test
  void theOwnersOwnStateIsNotBarredFromItsNationals() {
    var id =
        Persons.registered(
            owner,
            document("'marking':'TLP:AMBER'", "-").replace("\"state\":\"TJ\"", "\"state\":\"MT\""));
    assertEquals("11000", seenBy(id, ""));
  }

  @Test
  void consentThatIsTakenBackClosesAPartyToEverybodyButItsOwner() {
    var id = Persons.registered(owner, document(ALL, "-"));
    assertEquals("11101", seenBy(id, "/identity-readings"));
    var closed =
        "{'kind':'person','state':'TJ','handling':{@all},'consent':{'recording':{'state':'withdrawn','date':'2026-11'}}}"
            .replace("@all", ALL.replace("@ngo", ngo.handle()))
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
    var id = Persons.registered(owner, document(ALL, "-"));
    Api.sending(ngo.first(), Persons.named("Mine"))
        .header("If-Match", "*")
        .put("/v1/parties/" + id)
        .then()
        .statusCode(404);
    Persons.erased(ngo.first(), id).then().statusCode(404);
    Persons.identity(ngo.first(), id).then().statusCode(200);
  }

  private String document(String handling, String consent) {
    var members = new StringBuilder("{'kind':'person','state':'TJ'");
    if (!handling.equals("-")) {
      members
          .append(",'handling':{")
          .append(handling.replace("@all", ALL).replace("@ngo", ngo.handle()))
          .append('}');
    }
    if (!consent.equals("-")) {
      members.append(",'consent':{").append(consent).append('}');
    }
    members.append(",'identity':{'names':[{'text':'Shared','kind':'primary'}]}}");
    return members.toString().replace('\'', '"');
  }

  private String seenBy(String id, String below) {
    var seen = new StringBuilder();
    for (var agency : new TestAgency[] {owner, maltese, icelandic, tajik, ngo}) {
      int status = Api.as(agency.first()).get("/v1/parties/" + id + below).statusCode();
      seen.append(status == 200 ? '1' : '0');
    }
    return seen.toString();
  }
}
