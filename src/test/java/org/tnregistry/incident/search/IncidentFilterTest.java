package org.tnregistry.incident.search;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentBuilder;

@QuarkusTest
class IncidentFilterTest {
  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @CsvSource({
    "origin, origin",
    "requesting, requesting",
    "host, host",
    "placeOfAct, place-of-act",
    "transit, transit",
    "coOperating, co-operating"
  })
  void aStateIsFoundInTheRoleAskedForAndInAnyRole(String parameter, String role) {
    var agency = agencies.agency();
    var there = anEmptyDraft().role(role, "TR").postedBy(agency);
    var otherRole =
        anEmptyDraft().role(role.equals("host") ? "transit" : "host", "TR").postedBy(agency);
    var otherState = anEmptyDraft().role(role, "GE").postedBy(agency);
    assertEquals(List.of(there), Find.ids(agency, parameter, "TR"));
    assertEquals(Set.of(there, otherRole), Set.copyOf(Find.ids(agency, "state", "TR")));
    assertEquals(
        Set.of(there, otherState), Set.copyOf(Find.ids(agency, parameter, "TR", parameter, "GE")));
  }

  /** A filter, and the one member that tells what it finds from what it does not find. */
  record Filter(String parameter, String value, String found, String notFound) {
    @Override
    public String toString() {
      return parameter + " finds " + value;
    }
  }

  static Stream<Filter> filters() {
    return Stream.of(
        new Filter(
            "tactic",
            "spyware",
            "{'acts':[{'id':'a','tactic':'spyware','completion':'unknown'}]}",
            "{'acts':[{'id':'a','tactic':'phishing','completion':'unknown'}]}"),
        new Filter(
            "tactic",
            "digital",
            "{'acts':[{'id':'a','tactic':'doxxing','completion':'unknown'}]}",
            "{'acts':[{'id':'a','tactic':'stalking','completion':'unknown'}]}"),
        new Filter(
            "tactic",
            "digital",
            "{'acts':[{'id':'a','tactic':'digital','completion':'unknown'}]}",
            "{'acts':[{'id':'a','tactic':'unknown','completion':'unknown'}]}"),
        new Filter(
            "completion",
            "attempted",
            "{'acts':[{'id':'a','tactic':'abduction','completion':'attempted'}]}",
            "{'acts':[{'id':'a','tactic':'abduction','completion':'completed'}]}"),
        new Filter(
            "targetCategory",
            "journalist",
            "{'targets':[{'id':'t','role':'direct','categories':['lawyer','journalist']}]}",
            "{'targets':[{'id':'t','role':'direct','categories':['lawyer']}]}"),
        new Filter(
            "protectionStatus",
            "refugee",
            "{'targets':[{'id':'t','role':'direct','protection':[{'status':'refugee'}]}]}",
            "{'targets':[{'id':'t','role':'direct','protection':[{'status':'none'}]}]}"),
        new Filter(
            "actorKind",
            "bank",
            "{'actors':[{'id':'x','kind':'state'},{'id':'y','kind':'bank'}]}",
            "{'actors':[{'id':'x','kind':'state'}]}"),
        new Filter(
            "proceedingType",
            "civil-suit",
            "{'proceedings':[{'id':'p','type':'civil-suit'}]}",
            "{'proceedings':[{'id':'p','type':'criminal-trial'}]}"),
        new Filter(
            "proceedingStatus",
            "refused",
            "{'proceedings':[{'id':'p','type':'other','milestones':[{'type':'requested'},{'type':'refused'}]}]}",
            "{'proceedings':[{'id':'p','type':'other','milestones':[{'type':'refused'},{'type':'appealed'}]}]}"),
        new Filter(
            "caseNumber",
            "170000131000012",
            "{'proceedings':[{'id':'p','type':'other','caseNumbers':[{'number':'№ 17-0000.131/000012'}]}]}",
            "{'proceedings':[{'id':'p','type':'other','caseNumbers':[{'number':'1700001310000123'}]}]}"),
        new Filter(
            "caseNumber",
            "br/30.LL.11 3456-2016",
            "{'proceedings':[{'id':'p','type':'other','caseNumbers':[{'number':'BR30LL113456/2016'}]}]}",
            "{'proceedings':[{'id':'p','type':'other','caseNumbers':[{'number':'BR30LL113456/2017'}]}]}"),
        new Filter(
            "sourceType",
            "un-opinion",
            "{'sources':[{'id':'s','type':'un-opinion','title':'T'}]}",
            "{'sources':[{'id':'s','type':'other','title':'T'}]}"),
        new Filter(
            "sourcePublisher",
            "le MONDE",
            "{'sources':[{'id':'s','type':'other','title':'T','publisher':'Le Monde'}]}",
            "{'sources':[{'id':'s','type':'other','title':'T','publisher':'Le Monde diplomatique'}]}"),
        new Filter(
            "sourceUrl",
            "https://example.org/a?b=1&c=%20d",
            "{'sources':[{'id':'s','type':'other','title':'T','url':'https://example.org/A?b=1&c=%20d'}]}",
            "{'sources':[{'id':'s','type':'other','title':'T','url':'https://example.org/A'}]}"),
        new Filter(
            "verification",
            "established",
            "{'verification':'established'}",
            "{'verification':'refuted'}"),
        new Filter("ongoing", "true", "{'period':'2016-11-03/..'}", "{'period':'2016-11-03/'}"),
        new Filter("ongoing", "false", "{'period':'2016'}", "{'period':'2016/..'}"),
        new Filter("ongoing", "false", "{'period':null}", "{'period':'2016/..'}"));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void aFilterFindsWhatHasItAndNothingElse(Filter filter) throws Exception {
    var agency = agencies.agency();
    var found = with(filter.found()).postedBy(agency);
    with(filter.notFound()).postedBy(agency);
    assertEquals(List.of(found), Find.ids(agency, filter.parameter(), filter.value()));
  }

  @Test
  void tacticAndCompletionAreAskedOfTheSameAct() {
    var agency = agencies.agency();
    var same = anEmptyDraft().act("a1", "abduction", "attempted").postedBy(agency);
    anEmptyDraft()
        .act("a1", "abduction", "completed")
        .act("a2", "spyware", "attempted")
        .postedBy(agency);
    var query = List.of("tactic", "abduction", "completion", "attempted");
    assertEquals(List.of(same), Find.ids(agency, query.toArray(String[]::new)));
    assertEquals(
        List.of(same), Find.ids(agency, "tactic", "direct-attack", "completion", "attempted"));
  }

  @ParameterizedTest
  @CsvSource({"target, targets, role, direct", "actor, actors, kind, state"})
  void aPartyIsFoundAsTargetOrActor(String parameter, String list, String member, String code) {
    var agency = agencies.agency();
    var person = party(agency);
    var somebodyElse = party(agency);
    var found = anEmptyDraft();
    found.list(list).addObject().put("id", "x").put("party", person).put(member, code);
    var other = anEmptyDraft();
    other.list(list).addObject().put("id", "x").put("party", somebodyElse).put(member, code);
    var id = found.postedBy(agency);
    other.postedBy(agency);
    assertEquals(List.of(id), Find.ids(agency, parameter, person));
  }

  @Test
  void theStatusIsTheOneOfNow() {
    var agency = agencies.agency();
    var recorded = anIncident().recordedBy(agency);
    var draft = anIncident().postedBy(agency);
    assertEquals(List.of(recorded), Find.ids(agency, "status", "recorded"));
    step(agency.first(), recorded, "withdrawn").then().statusCode(200);
    assertEquals(List.of(), Find.ids(agency, "status", "recorded"));
    assertEquals(List.of(recorded), Find.ids(agency, "status", "withdrawn"));
    assertEquals(List.of(draft), Find.ids(agency, "status", "draft"));
  }

  @Test
  void theOwnerIsNamedByItsHandle() {
    var agency = agencies.agency();
    var other = agencies.agency();
    var id = anIncident().postedBy(agency);
    anIncident().postedBy(other);
    assertEquals(List.of(id), Find.ids(agency, "owner", agency.handle()));
    assertEquals(List.of(), Find.ids(agency, "owner", other.handle()));
    assertEquals(List.of(id), Find.ids(agency, "owner", other.handle(), "owner", agency.handle()));
  }

  @Test
  void updatedSinceFindsWhatChangedAtThatInstantOrLater() {
    var agency = agencies.agency();
    anIncident().postedBy(agency);
    var second = anIncident().postedBy(agency);
    var third = anIncident().postedBy(agency);
    var at =
        Api.as(agency.first())
            .get("/v1/incidents/" + second)
            .then()
            .extract()
            .<String>path("registry.updatedAt");
    assertEquals(List.of(third, second), Find.ids(agency, "updatedSince", at));
  }

  @Test
  void anAmendedIncidentIsFoundByWhatItSaysNowOnly() {
    var agency = agencies.agency();
    var id = anEmptyDraft().from("KZ").titled("en", "Alpha").postedBy(agency);
    Api.sending(agency.first(), anEmptyDraft().from("RU").titled("en", "Beta").json())
        .header("If-Match", "*")
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    assertEquals(List.of(), Find.ids(agency, "origin", "KZ"));
    assertEquals(List.of(id), Find.ids(agency, "origin", "RU"));
    assertEquals(List.of(), Find.ids(agency, "q", "alpha"));
    assertEquals(List.of(id), Find.ids(agency, "q", "beta"));
  }

  @Test
  void differentFiltersMustAllHoldAndOfARepeatedOneAny() {
    var agency = agencies.agency();
    var both = anEmptyDraft().from("KZ").in("BE").during("2017").postedBy(agency);
    var french = anEmptyDraft().from("KZ").in("FR").during("2018").postedBy(agency);
    anEmptyDraft().from("KZ").in("IT").during("2017").postedBy(agency);
    anEmptyDraft().from("RU").in("BE").during("2017").postedBy(agency);
    assertEquals(List.of(both), Find.ids(agency, "origin", "KZ", "host", "BE"));
    assertEquals(
        Set.of(both, french),
        Set.copyOf(Find.ids(agency, "origin", "KZ", "host", "BE", "host", "FR")));
    assertEquals(
        List.of(both),
        Find.ids(agency, "origin", "KZ", "host", "BE", "host", "FR", "period", "2017"));
  }

  @Test
  void nothingOfOtherAgenciesIsFoundOrCounted() {
    var agency = agencies.agency();
    anIncident().recordedBy(agencies.agency());
    Find.query(agency, "count", "exact")
        .get(Find.INCIDENTS)
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of()))
        .body("count", equalTo(0));
  }

  private static IncidentBuilder with(String members) throws Exception {
    var parsed =
        (ObjectNode)
            org.tnregistry.shared.json.StrictJson.mapper().readTree(members.replace('\'', '"'));
    parsed.remove(
        parsed.propertyStream().filter(m -> m.getValue().isNull()).map(m -> m.getKey()).toList());
    return anEmptyDraft().with(d -> d.setAll(parsed));
  }

  private static String party(TestAgency agency) {
    return Api.sending(
            agency.first(),
            "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\"N\",\"kind\":\"primary\"}]}}")
        .post("/v1/parties")
        .then()
        .statusCode(201)
        .extract()
        .path("registry.id");
  }
}
