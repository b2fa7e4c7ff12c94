package org.tnregistry.party.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.party.Persons;

@QuarkusTest
class PartySearchTest {
  private static final String WHY = ",'purpose':'To warn them.','legalBasis':'vital-interests'";

  @Inject AgencyFixture agencies;

  @Test
  void aNameIsFoundInAnyScriptAndOrder() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Jardemalie, Botagoz"));
    for (var asked : List.of("ДЖАРДЕМАЛИ", "Bota Zhardemali", "Жардемәлі Ботагөз")) {
      search(agency.first(), "'names':['" + asked + "']")
          .then()
          .statusCode(200)
          .body("items.party", contains(id))
          .body("items[0].match", equalTo(true))
          .body("items[0].name.rules", hasItem("transliteration"));
    }
    search(agency.first(), "'names':['Mukhtar Ablyazov']").then().body("items", empty());
  }

  @Test
  void aMatchExplainsItselfToWhomMayReadIt() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Jardemalie, Botagoz"));
    search(agency.first(), "'names':['ДЖАРДЕМАЛИ Б.']" + WHY)
        .then()
        .body("items[0].compared.stored", equalTo("Jardemalie, Botagoz"))
        .body("items[0].compared.askedInLatin", equalTo("DZHARDEMALI B."))
        .body("items[0].compared.words.rule", containsInAnyOrder("transliteration", "initial"))
        .body("items[0].owner", equalTo(agency.handle()));
    Api.as(agency.first())
        .get("/v1/parties/" + id + "/identity-readings")
        .then()
        .body("items.purpose", contains("To warn them."));
  }

  @Test
  void withoutAPurposeOrTheRightToReadNoNameIsShown() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Jardemalie"));
    search(agency.first(), "'names':['Zhardemali']")
        .then()
        .body("items[0].compared", nullValue())
        .body("items[0].score", greaterThanOrEqualTo(0.9f));
    var searcher = agencies.token(agency.id(), "third", List.of(Permission.PARTY_SEARCH));
    search(searcher, "'names':['Zhardemali']" + WHY)
        .then()
        .body("items.party", contains(id))
        .body("items[0].compared", nullValue());
    Api.as(agency.first())
        .get("/v1/parties/" + id + "/identity-readings")
        .then()
        .body("items", empty());
  }

  @Test
  void aPartyOfOthersIsFoundByThoseItReachesAndItsNameNotShown() {
    var owner = agencies.agency("law-enforcement", "MT");
    var id =
        Persons.registered(
            owner,
            Persons.named("Quenouillard Anselme")
                .replace("\"identity\"", "\"handling\":{\"marking\":\"TLP:AMBER\"},\"identity\""));
    var asked = "'names':['Anselme Quenouillard']";
    search(agencies.agency("asylum-authority", "MT").first(), asked + WHY)
        .then()
        .body("items.party", contains(id))
        .body("items[0].compared", nullValue());
    search(agencies.agency("law-enforcement", "FR").first(), asked)
        .then()
        .body("items.party", not(hasItem(id)));
  }

  @Test
  void organisationsAreFoundByNameAndShown() {
    var agency = agencies.agency();
    Persons.registered(agency, Persons.named("БТА Банк").replace("person", "organisation"));
    search(agency.first(), "'names':['BTA Bank'],'kind':'organisation'")
        .then()
        .body("items[0].compared.stored", equalTo("БТА Банк"));
    search(agency.first(), "'names':['BTA Bank'],'kind':'person'").then().body("items", empty());
  }

  @Test
  void theYearOfBirthTellsNamesakesApart() {
    var agency = agencies.agency();
    var older = Persons.registered(agency, born("1950"));
    var younger = Persons.registered(agency, born("1981-03"));
    search(agency.first(), "'names':['Petr Vavilov'],'birthYear':1980")
        .then()
        .body("items.party", contains(younger, older))
        .body("items.birth.rule", contains("near", "different"))
        .body("items.match", contains(true, false));
  }

  private static String born(String date) {
    return Persons.named("Пётр Вавилов")
        .replace("\"names\"", "\"birth\":{\"date\":\"" + date + "\"},\"names\"");
  }

  @Test
  void theThresholdSaysWhatCountsAndTheLimitHowManyAreTold() {
    var agency = agencies.agency();
    for (int i = 0; i < 3; i++) {
      Persons.registered(agency, Persons.named("Jardemalie"));
    }
    search(agency.first(), "'names':['Zhardemali'],'threshold':0.99,'limit':2")
        .then()
        .body("threshold", equalTo(0.99f))
        .body("items", hasSize(2))
        .body("items.match", contains(false, false));
  }

  @Test
  void anAmendedNameIsFoundAndTheFormerOneIsNot() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Formerly"));
    Api.sending(agency.first(), Persons.named("Afterwards"))
        .header("If-Match", "*")
        .put("/v1/parties/" + id)
        .then()
        .statusCode(200);
    search(agency.first(), "'names':['Formerly']").then().body("items", empty());
    search(agency.first(), "'names':['Afterwards']").then().body("items.party", contains(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|missing-member",
        "{'names':[]}|empty",
        "{'names':['']}|empty",
        "{'names':['a'],'limit':51}|out-of-range",
        "{'names':['a'],'threshold':1.1}|out-of-range",
        "{'names':['a'],'birthYear':1}|out-of-range",
        "{'names':['a'],'kind':'ghost'}|unknown-code",
        "{'names':['a'],'purpose':'To know.'}|missing-member",
        "{'names':['a'],'legalBasis':'consent'}|missing-member",
        "{'names':['a'],'more':1}|unknown-member"
      })
  void aSearchThatCannotBeReadIsRefused(String search, String fault) {
    Api.sending(agencies.agency().first(), search.replace('\'', '"'))
        .post("/v1/parties/search")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo(fault));
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    search(agencies.agency().first(), "'names':['" + "a".repeat(301) + "']")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("too-long"));
  }

  private static Response search(String token, String members) {
    return Api.sending(token, ("{" + members + "}").replace('\'', '"')).post("/v1/parties/search");
  }
}
