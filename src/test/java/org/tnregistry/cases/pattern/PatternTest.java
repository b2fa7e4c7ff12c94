package org.tnregistry.cases.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.pattern.Members.id;
import static org.tnregistry.cases.pattern.Members.member;
import static org.tnregistry.cases.pattern.Members.pattern;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tnregistry.incident.IncidentBuilder;

class PatternTest {
  private static final String BANK = "bbbbbbbb-0000-4000-8000-000000000001";

  @Test
  void theTimelineRunsAcrossIncidentsAndEndsWithWhatHasNoDate() {
    var attack =
        anEmptyDraft().act("a1", "spyware", "completed").with(d -> at(d, "acts", "/2020-01-02"));
    var request =
        anEmptyDraft()
            .proceeding("p1", "extradition-request", "17")
            .with(d -> asked(d, 0, "KZ", "BE"))
            .with(d -> milestone(d, 0, "requested", "2019-05"))
            .with(d -> milestone(d, 0, "hearing-scheduled", "2021-02-03"));
    var rest =
        anEmptyDraft()
            .act("a1", "stalking", "completed")
            .with(
                d -> {
                  var response = d.putArray("responses").addObject();
                  response.put("id", "r1").put("state", "BE").put("type", "warning-given");
                  response.put("date", "2018~");
                });
    assertEquals(
        List.of(
            "response warning-given 2018~ [BE] responses/r1",
            "milestone requested 2019-05 [BE, KZ] proceedings/p1/milestones/0",
            "act spyware /2020-01-02 [] acts/a1",
            "hearing hearing-scheduled 2021-02-03 [BE, KZ] proceedings/p1/milestones/1",
            "act stalking null [] acts/a1"),
        pattern(member(1, attack), member(2, request), member(3, rest)).timeline().stream()
            .map(
                e ->
                    e.kind()
                        + " "
                        + e.type()
                        + " "
                        + e.date()
                        + " "
                        + e.states()
                        + " "
                        + e.rests().part())
            .toList());
  }

  @Test
  void statesAreToldByRoleWithTheirIncidents() {
    var states =
        pattern(member(1, anIncident()), member(2, anEmptyDraft().from("KZ").in("FR"))).states();
    assertEquals(
        List.of("host BE", "host FR", "origin KZ"),
        states.stream().map(s -> s.role() + " " + s.state()).toList());
    assertEquals(List.of(id(1), id(2)), states.get(2).incidents());
  }

  @Test
  void gravestFamiliesThatBeginLaterAreAnEscalation() {
    var members =
        List.of(
            member(1, act("online-harassment", "2013")),
            member(2, act("smear-campaign", "2014")),
            member(3, act("detention-of-relatives", "2017-11-13")));
    var escalation = pattern(members).escalation();
    assertEquals("escalated", escalation.escalation());
    assertEquals(
        List.of("digital false", "reputation-and-influence false", "coercion-by-proxy true"),
        escalation.steps().stream().map(s -> s.family() + " " + s.graver()).toList());
  }

  @Test
  void gravestFirstOrTogetherIsNoEscalation() {
    assertEquals(
        "not-escalated",
        pattern(member(1, act("abduction", "2013")), member(2, act("phishing", "2014")))
            .escalation()
            .escalation());
    assertEquals(
        "not-escalated",
        pattern(member(1, act("phishing", "2013")), member(2, act("abduction", "2013")))
            .escalation()
            .escalation());
    assertEquals(
        "undetermined",
        pattern(
                member(1, act("phishing", "2013")),
                member(2, anEmptyDraft().act("a1", "abduction", "completed")))
            .escalation()
            .escalation());
  }

  @Test
  void tacticsAreCountedByFamily() {
    var tactics =
        pattern(
                member(1, act("phishing", "2014")),
                member(2, act("spyware", "2013").act("a2", "spyware", "attempted")),
                member(3, act("other", "2012")))
            .tactics();
    assertEquals(
        List.of("digital 3 2013 3", "other 1 2012 null"),
        tactics.stream()
            .map(t -> t.family() + " " + t.count() + " " + t.firstDate() + " " + t.gravity())
            .toList());
    assertEquals(2, tactics.get(0).tactics().get(1).count());
  }

  @Test
  void whoActsInTwoIncidentsRecursAndWhoHasNoPartyDoesNot() {
    var actors =
        pattern(
                member(1, actor(BANK, "bank", "funded")),
                member(2, actor(BANK, "company", "ordered")),
                member(3, actor(null, "bank", "funded")),
                member(4, actor("cccccccc-0000-4000-8000-000000000001", "bank", "funded")))
            .recurringActors();
    assertEquals(1, actors.size());
    assertEquals(BANK, actors.get(0).party().toString());
    assertEquals(2, actors.get(0).incidents());
    assertEquals(
        List.of("bank [funded]", "company [ordered]"),
        actors.get(0).appearances().stream().map(a -> a.kind() + " " + a.involvement()).toList());
  }

  @Test
  void requestsThatWereNotDecidedAreOpenToThisDay() {
    var requests =
        anEmptyDraft()
            .proceeding("p1", "extradition-request", "17")
            .with(d -> asked(d, 0, "UA", "BE"))
            .with(d -> milestone(d, 0, "requested", "2016-11-03"))
            .proceeding("p2", "extradition-request", "18")
            .with(d -> asked(d, 1, "KZ", "BE"))
            .with(d -> milestone(d, 1, "refused", "2019"))
            .proceeding("p3", "civil-suit", "19")
            .with(d -> milestone(d, 2, "requested", "2019"));
    var open = pattern(member(1, requests)).openRequests();
    assertEquals(List.of("proceedings/p1"), open.stream().map(o -> o.rests().part()).toList());
    assertEquals(LocalDate.of(2016, 11, 3), open.get(0).openSince());
    assertEquals(2881, open.get(0).openForDays());
  }

  @Test
  void hearingsThatWerePostponedAreCountedWithTheirMilestones() {
    var trial =
        anEmptyDraft()
            .proceeding("p1", "criminal-trial", "17")
            .with(d -> milestone(d, 0, "hearing-scheduled", "2024-04-15"))
            .with(d -> milestone(d, 0, "hearing-postponed", "2024-04-15"))
            .with(d -> milestone(d, 0, "hearing-scheduled", "2024-10-15"));
    var hearings = pattern(member(1, trial)).hearings();
    assertEquals(1, hearings.get(0).postponed());
    assertEquals("proceedings/p1/milestones/1", hearings.get(0).postponements().get(0).part());
    assertEquals(LocalDate.of(2024, 10, 15), hearings.get(0).nextHearing());
  }

  @Test
  void aHearingThatIsPastIsNoNextOne() {
    var trial =
        anEmptyDraft()
            .proceeding("p1", "criminal-trial", "17")
            .with(d -> milestone(d, 0, "hearing-scheduled", "2024-01-10"))
            .with(d -> milestone(d, 0, "hearing-postponed", "2024-01-10"))
            .with(d -> milestone(d, 0, "hearing-scheduled", "2024-04-15"));
    assertNull(pattern(member(1, trial)).hearings().get(0).nextHearing());
  }

  @Test
  void responsesSayWhetherTheStateIsTheHost() {
    var incident =
        anIncident()
            .with(
                d -> {
                  response(d, "r1", "BE", "2020");
                  response(d, "r2", "DE", "2019");
                });
    assertEquals(
        List.of("DE false", "BE true"),
        pattern(member(1, incident)).responses().stream()
            .map(r -> r.state() + " " + r.host())
            .toList());
  }

  @Test
  void whatIsNotRecordedIsTold() {
    var missing = pattern(member(1, "recorded", false, anIncident())).missing();
    assertEquals(
        List.of("no-assessment", "no-response", "no-attribution", "no-period", "undated-acts"),
        missing.stream().map(PatternView.Gap::gap).toList());
    assertEquals("acts/a1", missing.get(4).parts().get(0).part());
    var whole =
        act("spyware", "2019")
            .during("2019")
            .source("s1")
            .with(d -> d.putObject("attribution").put("level", "state-ordered"))
            .with(d -> response(d, "r1", "BE", "2020"));
    assertEquals(List.of(), pattern(member(1, whole)).missing());
  }

  @Test
  void findingsOfDifferentIncidentsAreCompared() {
    var divergence =
        pattern(
                member(1, finding("politically-motivated")),
                member(2, finding("not-politically-motivated")))
            .divergence();
    assertEquals("divergence", divergence.agreement());
    assertEquals(List.of(1, 2), Members.cited(divergence.questions()));
  }

  @Test
  void nothingRestsOnWhatWasWithdrawnButItIsNamed() {
    var pattern =
        pattern(
            member(1, "withdrawn", true, anIncident()), member(2, "recorded", true, anIncident()));
    assertEquals(List.of(false, true), pattern.members().stream().map(m -> m.stands()).toList());
    assertEquals(List.of(2), Members.cited(pattern.timeline()));
    assertTrue(pattern.states().stream().allMatch(s -> s.incidents().equals(List.of(id(2)))));
  }

  private static IncidentBuilder act(String tactic, String period) {
    return anEmptyDraft()
        .act("a1", tactic, "completed")
        .with(d -> ((ObjectNode) d.at("/acts/0")).put("period", period));
  }

  private static IncidentBuilder finding(String held) {
    return anEmptyDraft()
        .with(
            d -> {
              var finding = d.putArray("findings").addObject();
              finding.put("id", "f1").put("bodyKind", "court").putArray("held").add(held);
              finding.putObject("body").put("en", held);
            });
  }

  private static IncidentBuilder actor(@Nullable String party, String kind, String involvement) {
    return anEmptyDraft()
        .with(
            d -> {
              var actor = d.putArray("actors").addObject().put("id", "x1").put("kind", kind);
              actor.putArray("involvement").add(involvement);
              if (party != null) {
                actor.put("party", party);
              }
            });
  }

  private static void response(ObjectNode document, String id, String state, String date) {
    document
        .withArrayProperty("responses")
        .addObject()
        .put("id", id)
        .put("state", state)
        .put("type", "warning-given")
        .put("date", date);
  }

  private static void at(ObjectNode document, String list, String period) {
    ((ObjectNode) document.at("/" + list + "/0")).put("period", period);
  }

  private static void asked(ObjectNode document, int proceeding, String by, String of) {
    ((ObjectNode) document.at("/proceedings/" + proceeding))
        .put("requestingState", by)
        .put("requestedState", of);
  }

  private static void milestone(ObjectNode document, int proceeding, String type, String date) {
    ((ObjectNode) document.at("/proceedings/" + proceeding))
        .withArrayProperty("milestones")
        .addObject()
        .put("type", type)
        .put("date", date);
  }
}
