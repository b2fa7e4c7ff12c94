package org.tnregistry.cases.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.pattern.Members.member;
import static org.tnregistry.cases.pattern.Members.pattern;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.shared.json.StoredJson;

/** Records within all bounds of the schema, made so that what follows from them is far longer. */
class PatternBoundsTest {
  private static final String BANK = "bbbbbbbb-0000-4000-8000-000000000001";
  private static final int PROCEEDINGS = 200;
  private static final int NUMBERS = 50;

  @Test
  void proceedingsThatManyNumbersTieAreOneLineage() {
    var pattern = pattern(member(1, tied(0, 1)));
    assertEquals(1, pattern.lineages().size());
    assertEquals(PROCEEDINGS, pattern.lineages().get(0).stages().size());
    assertEquals(
        PROCEEDINGS * NUMBERS / 2,
        CaseMember.list(pattern.lineages().get(0).caseNumbers()).size(),
        "each number");
    assertEquals(List.of(), pattern.truncated());
  }

  @Test
  void lineagesEndAtABoundAndTheAnswerSaysSo() {
    var pattern = pattern(member(1, tied(20, 1)));
    assertEquals(List.of("lineages"), pattern.truncated());
    assertEquals(Lineages.MOST_STAGES, stages(pattern));
    assertTrue(StoredJson.write(pattern).length() < 4_000_000, "the answer is long");
  }

  /** Each pair is a chain of its own, and each repeats all the others of the record. */
  @Test
  void chainsThatRepeatEachOtherEndAtABound() {
    var pairs = tied(0, 2);
    var pattern = pattern(member(1, pairs));
    assertEquals(List.of("lineages"), pattern.truncated());
    assertEquals(Lineages.MOST_STAGES, stages(pattern));
    assertEquals(
        List.of("shared-case-number", "shared-case-number"),
        pattern.lineages().get(9).stages().stream()
            .filter(s -> s.strength().equals("strong"))
            .map(Lineage.Stage::tie)
            .toList());
  }

  @Test
  void chainsWithoutAnythingElseEndAtABoundToo() {
    var members =
        IntStream.rangeClosed(1, 3).mapToObj(i -> member(i, ofTheHost(tied(0, 2), i))).toList();
    var pattern = pattern(members);
    assertEquals(Lineages.MOST, pattern.lineages().size());
    assertEquals(2 * Lineages.MOST, stages(pattern));
    assertEquals(List.of("lineages"), pattern.truncated());
  }

  @Test
  void aTimelineHoldsTheFirstEvents() {
    var record = anEmptyDraft().titled("fr", "x".repeat(300));
    for (int i = 0; i < 100; i++) {
      record.proceeding("p" + i, "other", "n" + i);
      milestones(record, i, 120, "other", 1900 + i);
    }
    var pattern = pattern(member(1, record));
    assertEquals(List.of("timeline"), pattern.truncated());
    assertEquals(Timeline.MOST_EVENTS, pattern.timeline().size());
    assertEquals("1900", pattern.timeline().get(0).date());
    assertEquals("1941", pattern.timeline().get(Timeline.MOST_EVENTS - 1).date());
  }

  @Test
  void aTitleInManyLanguagesIsNotRepeatedWithoutEnd() {
    var record = anEmptyDraft();
    for (char c = 'a'; c <= 'z'; c++) {
      record.titled("a" + c, "x".repeat(300));
    }
    record.proceeding("p1", "other", "1");
    milestones(record, 0, 200, "other", 2000);
    for (int i = 1; i < 20; i++) {
      record.proceeding("p1" + i, "other", "n" + i);
      milestones(record, i, 200, "other", 2000);
    }
    var pattern = pattern(member(1, record));
    assertEquals(List.of("timeline"), pattern.truncated());
    assertTrue(StoredJson.write(pattern.timeline()).length() < 5_000_000, "the answer is long");
  }

  @Test
  void actorsWhoAreInEveryActAreNamedUpToABound() {
    var pattern = pattern(member(1, acting()), member(2, acting()));
    assertEquals(List.of("recurringActors"), pattern.truncated());
    var actor = pattern.recurringActors().get(0);
    assertEquals(2, actor.incidents());
    assertEquals(RecurringActor.MOST_PARTS / 301, actor.appearances().size());
    assertTrue(actor.appearances().stream().allMatch(a -> a.acts().size() == 300));
  }

  @Test
  void findingsThatAreAboutManyProceedingsAreComparedInAllOfThemAndListedUpToABound() {
    var record = anEmptyDraft();
    IntStream.range(0, 200).forEach(i -> record.proceeding("p" + i, "other", "n" + i));
    for (int i = 0; i < 100; i++) {
      var finding = record.list("findings").addObject().put("id", "f" + i);
      finding.put("bodyKind", "court").putObject("body").put("en", "Body " + i);
      finding.putArray("held").add("admissible").add(i == 99 ? "unfounded" : "well-founded");
      var provisions = finding.putArray("provisions");
      IntStream.range(0, 40).forEach(k -> provisions.add("ECHR " + k));
      var proceedings = finding.putArray("proceedings");
      IntStream.range(0, 200).forEach(k -> proceedings.add("p" + k));
    }
    var pattern = pattern(member(1, record));
    assertEquals(List.of("divergence"), pattern.truncated());
    assertTrue(pattern.divergence().truncated());
    assertEquals("divergence", pattern.divergence().agreement());
    assertEquals("divergence", pattern.divergence().questions().get(0).agreement());
    assertTrue(StoredJson.write(pattern.divergence()).length() < 4_000_000, "the answer is long");
  }

  @Test
  void whatAnybodyRecordsIsWhole() {
    assertEquals(List.of(), pattern(member(1, anEmptyDraft())).truncated());
  }

  private static int stages(PatternView pattern) {
    return pattern.lineages().stream().mapToInt(l -> l.stages().size()).sum();
  }

  /**
   * Each number stands in two proceedings.
   *
   * @param executions of each proceeding
   * @param numbering 1 for numbers that lead through all, 2 for pairs that share theirs alone
   */
  private static IncidentBuilder tied(int executions, int numbering) {
    var record = anEmptyDraft();
    for (int i = 0; i < PROCEEDINGS; i++) {
      record.proceeding("p" + i, "extradition-request", number(i, 0, numbering));
      var proceeding = (ObjectNode) record.document().at("/proceedings/" + i);
      proceeding.put("requestingState", "KZ");
      for (int k = 1; k < NUMBERS; k++) {
        proceeding
            .withArrayProperty("caseNumbers")
            .addObject()
            .put("number", number(i, k, numbering));
      }
      milestones(record, i, executions, "executed", 2000);
    }
    return record;
  }

  private static String number(int proceeding, int place, int numbering) {
    if (numbering == 2) {
      return proceeding / 2 + "N" + place;
    }
    int half = NUMBERS / 2;
    int owner = place < half ? proceeding : (proceeding + 1) % PROCEEDINGS;
    return String.valueOf(owner * half + place % half);
  }

  /** Numbers of its own, and nothing but them ties its proceedings. */
  private static IncidentBuilder ofTheHost(IncidentBuilder record, int own) {
    record.in("KZ");
    record
        .document()
        .path("proceedings")
        .forEach(
            p ->
                p.path("caseNumbers")
                    .forEach(
                        n ->
                            ((ObjectNode) n).put("number", own + "M" + n.path("number").asText())));
    return record;
  }

  private static void milestones(
      IncidentBuilder record, int proceeding, int count, String type, int year) {
    var milestones =
        ((ObjectNode) record.document().at("/proceedings/" + proceeding))
            .withArrayProperty("milestones");
    for (int i = 0; i < count; i++) {
      milestones.addObject().put("type", type).put("date", String.valueOf(year));
    }
  }

  private static IncidentBuilder acting() {
    var record = anEmptyDraft();
    for (int i = 0; i < 100; i++) {
      record.list("actors").addObject().put("id", "x" + i).put("kind", "bank").put("party", BANK);
    }
    for (int i = 0; i < 300; i++) {
      record.act("a" + i, "spyware", "completed");
      var actors = ((ObjectNode) record.document().at("/acts/" + i)).putArray("actors");
      IntStream.range(0, 100).forEach(k -> actors.add("x" + k));
    }
    return record;
  }
}
