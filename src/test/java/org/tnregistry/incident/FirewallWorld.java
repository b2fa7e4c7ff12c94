package org.tnregistry.incident;

import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/**
 * One recorded incident of each marking, with the same audience named, and everybody who may ask
 * for it. Kazakhstan is its origin, Ukraine asks for legal assistance, Russia co-operates, and an
 * agency in Germany is named as involved.
 */
final class FirewallWorld {
  /** Who asks. */
  enum Reader {
    OWNER("law-enforcement", "BE"),
    SAME_JURISDICTION("asylum-authority", "BE"),
    NAMED("law-enforcement", "FR"),
    NAMED_JURISDICTION("prosecution", "NL"),
    GROUP_MEMBER("foreign-affairs", "PL"),
    OTHER_MEMBER("law-enforcement", "SE"),
    NGO("ngo", null),
    ORIGIN_STATE("law-enforcement", "KZ"),
    NAMED_OF_ORIGIN_STATE("prosecution", "KZ"),
    REQUESTING_STATE("prosecution", "UA"),
    CO_OPERATING_STATE("law-enforcement", "RU"),
    INVOLVED("prosecution", "DE"),
    PUBLIC("ngo", null),
    REVOKED("law-enforcement", "FR");

    private final String kind;
    private final @Nullable String jurisdiction;

    Reader(String kind, @Nullable String jurisdiction) {
      this.kind = kind;
      this.jurisdiction = jurisdiction;
    }

    boolean isBarred() {
      return BARRED.contains(this);
    }
  }

  static final List<String> MARKINGS =
      List.of("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR");

  static final String GROUP = "firewall-group";

  private static final Set<Reader> BARRED =
      Set.of(
          Reader.ORIGIN_STATE,
          Reader.NAMED_OF_ORIGIN_STATE,
          Reader.REQUESTING_STATE,
          Reader.CO_OPERATING_STATE,
          Reader.INVOLVED);

  private final Map<Reader, TestAgency> agencies = new EnumMap<>(Reader.class);
  private final Map<String, JsonNode> incidents = new HashMap<>();
  private String revoked = "";
  private String party = "";
  private String caseFile = "";

  static FirewallWorld made(AgencyFixture fixture) {
    var world = new FirewallWorld();
    for (var reader : Reader.values()) {
      world.agencies.put(reader, fixture.agency(reader.kind, reader.jurisdiction));
    }
    fixture.group(
        GROUP, List.of(world.agency(Reader.OWNER).id(), world.agency(Reader.GROUP_MEMBER).id()));
    world.revoked = fixture.revokedToken(world.agency(Reader.REVOKED).id());
    world.party =
        Api.sending(
                world.agency(Reader.OWNER).first(),
                "{\"kind\":\"organisation\",\"identity\":{\"names\":[{\"text\":\"N\",\"kind\":\"primary\"}]}}")
            .post("/v1/parties")
            .then()
            .statusCode(201)
            .extract()
            .path("registry.id");
    world.caseFile = world.opened();
    for (var marking : MARKINGS) {
      world.record(marking);
    }
    return world;
  }

  /** By another member, and for anyone, barred or not: what others put in bars nobody from it. */
  private String opened() {
    return created(
        Reader.OTHER_MEMBER,
        "/v1/cases",
        "{\"kind\":\"campaign\",\"title\":{\"en\":\"All\"},\"handling\":{\"marking\":\"TLP:CLEAR\"}}");
  }

  private String created(Reader by, String path, String json) {
    return Api.sending(agency(by).first(), json)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  private void record(String marking) {
    var owner = agency(Reader.OWNER);
    var id =
        anIncident()
            .titled("en", "Firewall of " + word(marking))
            .during("2019-03-04")
            .role("requesting", "UA")
            .role("co-operating", "RU")
            .role("place-of-act", "BE")
            .role("transit", "AT")
            .with(d -> d.put("verification", "credible"))
            .with(d -> d.putObject("narrative").put("en", "Secretnarrative"))
            .with(d -> handling(d.putObject("narrativeHandling"), "TLP:RED", Reader.NAMED))
            .with(d -> ((ObjectNode) d.at("/targets/0")).put("party", party))
            .with(
                d ->
                    ((ObjectNode) d.at("/targets/0"))
                        .putObject("consent")
                        .putObject("publicNaming")
                        .put("state", "given"))
            .with(
                d ->
                    ((ObjectNode) d.at("/targets/0"))
                        .putArray("protection")
                        .addObject()
                        .put("status", "refugee"))
            .with(
                d ->
                    d.putArray("actors")
                        .addObject()
                        .put("id", "x1")
                        .put("kind", "bank")
                        .put("party", party))
            .proceeding("p1", "mutual-legal-assistance-request", "FW-" + word(marking))
            .with(d -> proceeding((ObjectNode) d.at("/proceedings/0")))
            .with(
                d ->
                    ((ObjectNode) d.at("/sources/0"))
                        .put("publisher", "Open publisher")
                        .put("url", "https://example.org/" + word(marking)))
            .source("s2")
            .with(
                d ->
                    handling(
                        ((ObjectNode) d.at("/sources/1"))
                            .put("publisher", "Secretpublisher")
                            .putObject("handling"),
                        "TLP:RED",
                        Reader.NAMED))
            .with(d -> ((ObjectNode) d.at("/acts/0")).putArray("sources").add("s1").add("s2"))
            .with(
                d ->
                    d.putArray("externalIds")
                        .addObject()
                        .put("publisher", owner.handle())
                        .put("id", "file-" + word(marking)))
            .with(d -> audience(d.putObject("handling"), marking))
            .recordedBy(owner);
    aQualifyingAssessment()
        .with(a -> ((ObjectNode) a.at("/answers/0")).putArray("sources").add("s1").add("s2"))
        .madeBy(owner.first(), "/v1/incidents/" + id);
    created(
        Reader.OWNER,
        caseFile + "/members",
        "{\"incident\":\"" + id + "\",\"reason\":\"It belongs here.\"}");
    incidents.put(
        marking,
        Api.as(owner.first()).get("/v1/incidents/" + id).then().extract().as(JsonNode.class));
  }

  /** Open, with a hearing that nobody who runs this will live to see. */
  private static void proceeding(ObjectNode proceeding) {
    proceeding
        .put("requestingState", "UA")
        .put("requestedState", "BE")
        .putArray("targets")
        .add("t1");
    var milestones = proceeding.putArray("milestones");
    milestones.addObject().put("type", "requested").put("date", "2020-01-02");
    milestones.addObject().put("type", "hearing-scheduled").put("date", "2999-01-01");
  }

  private void audience(ObjectNode handling, String marking) {
    handling.put("marking", marking);
    var audience = handling.putObject("audience");
    audience
        .putArray("agencies")
        .add(agency(Reader.NAMED).handle())
        .add(agency(Reader.NAMED_OF_ORIGIN_STATE).handle());
    if (!List.of("TLP:RED", "TLP:AMBER+STRICT").contains(marking)) {
      audience.putArray("jurisdictions").add("NL");
      audience.putArray("groups").add(GROUP);
    }
    handling.putObject("barred").putArray("agencies").add(agency(Reader.INVOLVED).handle());
  }

  private void handling(ObjectNode handling, String marking, Reader named) {
    handling
        .put("marking", marking)
        .putObject("audience")
        .putArray("agencies")
        .add(agency(named).handle());
  }

  /** Holds the incident of each marking. */
  String caseFile() {
    return caseFile;
  }

  /** Letters only, the same for a marking everywhere. */
  static String word(String marking) {
    return marking.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  TestAgency agency(Reader reader) {
    return Objects.requireNonNull(agencies.get(reader));
  }

  String party() {
    return party;
  }

  JsonNode registry(String marking) {
    return Objects.requireNonNull(incidents.get(marking)).get("registry");
  }

  String incident(String marking) {
    return registry(marking).get("id").asText();
  }

  /** What the design says of who sees what, in other words than the policies'. */
  boolean sees(Reader reader, String marking) {
    if (reader == Reader.OWNER) {
      return true;
    }
    if (reader.isBarred() || reader == Reader.REVOKED) {
      return false;
    }
    return switch (marking) {
      case "TLP:RED", "TLP:AMBER+STRICT" -> reader == Reader.NAMED;
      case "TLP:AMBER" ->
          Set.of(
                  Reader.SAME_JURISDICTION,
                  Reader.NAMED,
                  Reader.NAMED_JURISDICTION,
                  Reader.GROUP_MEMBER)
              .contains(reader);
      case "TLP:GREEN" -> reader != Reader.PUBLIC;
      default -> true;
    };
  }

  boolean seesParts(Reader reader) {
    return reader == Reader.OWNER || reader == Reader.NAMED;
  }

  boolean isRefused(Reader reader, boolean publicOperation) {
    return reader == Reader.REVOKED || (reader == Reader.PUBLIC && !publicOperation);
  }

  RequestSpecification as(Reader reader) {
    return switch (reader) {
      case PUBLIC -> Api.anonymous();
      case REVOKED -> Api.as(revoked);
      default -> Api.as(agency(reader).first());
    };
  }
}
