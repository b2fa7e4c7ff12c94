package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.StoredRows;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class IncidentDocumentFaultsTest {
  private static final String PATH = "/v1/incidents";
  private static final String NOBODY = "11111111-1111-4111-8111-111111111111";

  private static final List<String> LISTS =
      List.of("acts", "actors", "claims", "externalIds", "links", "sources", "targets");

  @Inject AgencyFixture agencies;
  @Inject StoredRows rows;

  record Case(String name, Consumer<ObjectNode> change, List<String> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case fault(String name, Consumer<ObjectNode> change, String... faults) {
    return new Case(name, change, List.of(faults));
  }

  static Stream<Case> cases() {
    return Stream.of(
        fault("an unknown member", d -> d.put("nosuch", MARKER), "unknown-member #/nosuch"),
        fault(
            "a member whose name is no identifier",
            d -> d.put(MARKER + " x", 1),
            "unknown-member #/*"),
        fault(
            "an unknown member of an act",
            d -> first(d, "acts").put("nosuch", 1),
            "unknown-member #/acts/0/nosuch"),
        fault(
            "the registry's own member",
            d -> d.putObject("registry").put("status", MARKER),
            "server-owned-member #/registry"),
        fault("no title", d -> d.remove("title"), "missing-member #/title"),
        fault("null for a title", d -> d.putNull("title"), "wrong-type #/title"),
        fault("null for a list", d -> d.putNull("acts"), "wrong-type #/acts"),
        fault("an empty title", d -> d.putObject("title"), "empty #/title"),
        fault("a blank title", d -> d.putObject("title").put("en", " \u00a0"), "empty #/title/en"),
        fault("a string for a list", d -> d.put("acts", MARKER), "wrong-type #/acts"),
        fault("an object for a list", d -> d.putObject("targets"), "wrong-type #/targets"),
        fault(
            "objects with members for lists",
            d -> {
              for (var list : LISTS) {
                d.putObject(list).put("x", MARKER);
              }
            },
            LISTS.stream().map(list -> "wrong-type #/" + list).toArray(String[]::new)),
        fault(
            "objects with members for lists of references",
            d -> {
              first(d, "acts").putObject("targets").put("x", MARKER);
              first(d, "targets").putObject("standsFor").put("x", MARKER);
              d.putObject("handling")
                  .put("marking", "TLP:RED")
                  .putObject("audience")
                  .putObject("groups")
                  .put("x", MARKER);
            },
            "wrong-type #/acts/0/targets",
            "wrong-type #/handling/audience/groups",
            "wrong-type #/targets/0/standsFor"),
        fault("a list for an object", d -> d.putArray("attribution"), "wrong-type #/attribution"),
        fault("a number for a text", d -> d.put("period", 2017), "wrong-type #/period"),
        fault(
            "a string in a list of objects",
            d -> d.withArrayProperty("acts").add(MARKER),
            "wrong-type #/acts/1"),
        fault("an unknown code", d -> d.put("verification", MARKER), "unknown-code #/verification"),
        fault(
            "an unknown tactic",
            d -> first(d, "acts").put("tactic", MARKER),
            "unknown-code #/acts/0/tactic"),
        fault(
            "a code that was replaced",
            d -> d.putObject("handling").put("marking", "TLP:WHITE"),
            "deprecated-code #/handling/marking"),
        fault("a date that is none", d -> d.put("period", MARKER), "invalid-date #/period"),
        fault("a day that is not", d -> d.put("period", "2017-02-30"), "impossible-date #/period"),
        fault(
            "an end before the start",
            d -> d.put("period", "2018/2017"),
            "reversed-period #/period"),
        fault(
            "an act that ends before it starts",
            d -> first(d, "acts").put("period", "2018-03/2018-02"),
            "reversed-period #/acts/0/period"),
        fault(
            "a state that does not exist",
            d -> first(d, "stateRoles").put("state", "XQ"),
            "unknown-country #/stateRoles/0/state"),
        fault(
            "a confidence of 101",
            d -> first(d, "stateRoles").put("confidence", 101),
            "out-of-range #/stateRoles/0/confidence"),
        fault(
            "a subdivision of another country",
            d ->
                d.putArray("places")
                    .addObject()
                    .put("country", "FR")
                    .put("subdivision", "BE-BRU")
                    .put("precision", "subdivision"),
            "foreign-subdivision #/places/0/subdivision"),
        fault(
            "a proxy victim without whom it stands for",
            d -> first(d, "targets").put("role", "proxy-victim"),
            "stands-for-missing #/targets/0/standsFor"),
        fault(
            "a target that stands for itself",
            d -> first(d, "targets").putArray("standsFor").add("t1"),
            "self-reference #/targets/0/standsFor/0"),
        fault(
            "a target nobody registered",
            d -> first(d, "targets").put("party", NOBODY),
            "unknown-party #/targets/0/party"),
        fault(
            "an act against nobody",
            d -> first(d, "acts").putArray("targets").add("t9"),
            "unknown-target #/acts/0/targets/0"),
        fault(
            "an act by nobody",
            d -> first(d, "acts").putArray("actors").add("x9"),
            "unknown-actor #/acts/0/actors/0"),
        fault(
            "an act by no proceeding",
            d -> first(d, "acts").putArray("proceedings").add("p9"),
            "unknown-proceeding #/acts/0/proceedings/0"),
        fault(
            "an act on no source",
            d -> first(d, "acts").putArray("sources").add("s9"),
            "unknown-source #/acts/0/sources/0"),
        fault(
            "the same id twice",
            d -> d.withArrayProperty("acts").add(first(d, "acts").deepCopy()),
            "duplicate-id #/acts/1/id"),
        fault(
            "a claim that points nowhere",
            d -> claim(d, "/acts/7/tactic", "s1"),
            "pointer-leads-nowhere #/claims/0/pointer"),
        fault(
            "a claim with no such source",
            d -> claim(d, "/title", "s9"),
            "unknown-source #/claims/0/source"),
        fault(
            "a claim with an ill-formed pointer",
            d -> claim(d, "title~" + MARKER, "s1"),
            "invalid-format #/claims/0/pointer",
            "pointer-leads-nowhere #/claims/0/pointer"),
        fault(
            "a circle of actors",
            d -> {
              actor(d, "x1", "x2");
              actor(d, "x2", "x1");
            },
            "actor-cycle #/actors/0/actsFor",
            "actor-cycle #/actors/1/actsFor"),
        fault(
            "somebody else's publisher",
            d -> externalId(d, "another-agency", MARKER),
            "foreign-publisher #/externalIds/0/publisher"),
        fault(
            "an agency that is none",
            d ->
                d.putObject("handling")
                    .put("marking", "TLP:RED")
                    .putObject("audience")
                    .putArray("agencies")
                    .add("no-such-agency"),
            "unknown-agency #/handling/audience/agencies/0"),
        fault(
            "a link to an incident one cannot see",
            d -> d.putArray("links").addObject().put("type", "related").put("incident", NOBODY),
            "unknown-incident #/links/0/incident"),
        text("a NUL", "\u0000"),
        text("half a surrogate pair", "\ud800"),
        text("a bidi override", "\u202e"),
        text("a bidi isolate", "\u2066"),
        text("a noncharacter", "\ufffe"),
        text("a tag character", "\udb40\udc41"),
        fault(
            "a NUL in a member name",
            d -> d.put("a\u0000" + MARKER, 1),
            "forbidden-character #",
            "unknown-member #/*"),
        fault(
            "a NUL in a handle",
            d ->
                d.putObject("handling")
                    .put("marking", "TLP:RED")
                    .putObject("audience")
                    .putArray("agencies")
                    .add("a\u0000"),
            "forbidden-character #/handling/audience/agencies/0",
            "invalid-format #/handling/audience/agencies/0"),
        fault(
            "a language tag that is none",
            d -> d.withObjectProperty("title").put(MARKER + " x", "x"),
            "invalid-language-tag #/title"));
  }

  private static Case text(String name, String character) {
    return fault(
        name + " in a source's title",
        d -> first(d, "sources").put("title", MARKER + character),
        "forbidden-character #/sources/0/title");
  }

  /** Half a surrogate pair has no UTF-8 form; it can be sent as an escape only. */
  private static String escaped(String json) {
    return json.replace("\ud800", "\\ud800");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithItsOwnCodeAndPointer(Case fault) {
    var agency = agencies.agency();
    var before = rows.of(agency);
    var answer =
        RawHttp.post(agency.first(), PATH, escaped(anIncident().with(fault.change()).json()));
    assertRefused(answer, 422, "invalid-document", fault.faults().toArray(String[]::new));
    assertEquals(before, rows.of(agency));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    var agency = agencies.agency();
    var answer =
        RawHttp.post(
            agency.first(),
            PATH,
            anIncident()
                .during("2018/2017")
                .with(d -> d.put("nosuch", MARKER))
                .with(d -> d.putObject("registry"))
                .with(d -> first(d, "acts").put("tactic", MARKER))
                .with(d -> first(d, "targets").put("party", NOBODY))
                .with(d -> externalId(d, "another-agency", "x"))
                .with(d -> claim(d, "/nowhere", "s9"))
                .json());
    assertRefused(
        answer,
        422,
        "invalid-document",
        "foreign-publisher #/externalIds/0/publisher",
        "pointer-leads-nowhere #/claims/0/pointer",
        "reversed-period #/period",
        "server-owned-member #/registry",
        "unknown-code #/acts/0/tactic",
        "unknown-member #/nosuch",
        "unknown-party #/targets/0/party",
        "unknown-source #/claims/0/source");
  }

  @Test
  void anExternalIdIsUsedOnce() {
    var agency = agencies.agency();
    var id = UUID.randomUUID().toString();
    anIncident().with(d -> externalId(d, agency.handle(), id)).postedBy(agency);
    var before = rows.of(agency);
    var again = anIncident().with(d -> externalId(d, agency.handle(), id)).json();
    assertRefused(
        RawHttp.post(agency.first(), PATH, again),
        422,
        "invalid-document",
        "external-id-used #/externalIds/0/id");
    assertEquals(before, rows.of(agency));
  }

  @Test
  void twoAgenciesCanUseTheSameExternalId() {
    var id = UUID.randomUUID().toString();
    for (var agency : new AgencyFixture.TestAgency[] {agencies.agency(), agencies.agency()}) {
      anIncident().with(d -> externalId(d, agency.handle(), id)).postedBy(agency);
    }
  }

  @Test
  void aThousandFaultsAreToldAndThatThereAreMore() {
    var agency = agencies.agency();
    var answer =
        RawHttp.post(
            agency.first(),
            PATH,
            anIncident()
                .with(
                    d -> {
                      for (int i = 0; i < 10_000; i++) {
                        d.withArrayProperty("acts").add(0);
                      }
                    })
                .json());
    assertEquals(422, answer.status());
    assertEquals(1_001, answer.json().path("errors").size());
    assertEquals("more-faults", answer.json().path("errors").path(1_000).path("code").asText());
  }

  @Test
  void anAnswerSaysNothingOfAnotherAgencysIncident() {
    var theirs = anIncident().postedBy(agencies.agency());
    var agency = agencies.agency();
    var unseen = linkTo(agency, theirs);
    var absent = linkTo(agency, NOBODY);
    assertRefused(unseen, 422, "invalid-document", "unknown-incident #/links/0/incident");
    assertEquals(absent.json().path("errors"), unseen.json().path("errors"));
  }

  private static RawHttp.Answer linkTo(AgencyFixture.TestAgency agency, String incident) {
    return RawHttp.post(
        agency.first(),
        PATH,
        anIncident()
            .with(
                d ->
                    d.putArray("links")
                        .addObject()
                        .put("type", "related")
                        .put("incident", incident))
            .json());
  }

  private static ObjectNode first(ObjectNode document, String list) {
    return (ObjectNode) document.path(list).path(0);
  }

  private static void claim(ObjectNode document, String pointer, String source) {
    document
        .withArrayProperty("claims")
        .addObject()
        .put("id", "c1")
        .put("pointer", pointer)
        .put("value", MARKER)
        .put("source", source);
  }

  private static void actor(ObjectNode document, String id, String actsFor) {
    ArrayNode links =
        document
            .withArrayProperty("actors")
            .addObject()
            .put("id", id)
            .put("kind", "intelligence-service")
            .putArray("actsFor");
    links.addObject().put("actor", actsFor);
  }

  static void externalId(ObjectNode document, String publisher, String id) {
    document.withArrayProperty("externalIds").addObject().put("publisher", publisher).put("id", id);
  }
}
