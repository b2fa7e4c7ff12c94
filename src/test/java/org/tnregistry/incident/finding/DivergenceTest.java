package org.tnregistry.incident.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tnregistry.taxonomy.Concept;
import org.tnregistry.taxonomy.Taxonomies;

class DivergenceTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  @Example
  void everyHoldingButAnInconclusiveOneAnswersOneQuestion() {
    for (var code : codes("finding-holding")) {
      var questions =
          Stream.of(FindingQuestion.values())
              .filter(q -> q.answer(List.of(code)).isPresent())
              .count();
      assertEquals(code.equals("inconclusive") ? 0 : 1, questions, code);
    }
    assertEquals(
        codes("finding-question"),
        Stream.of(FindingQuestion.values()).map(FindingQuestion::code).toList());
  }

  @Example
  void aCourtAndAProsecutorWhoContradictEachOtherDiverge() {
    var prosecutor = finding(ONE, "f1", "Prosecutor", "2019", List.of("lawful"), List.of());
    var court = finding(ONE, "f2", "Court", "2022-01-13", List.of("rights-violated"), List.of());
    var divergence = Divergence.of(List.of(court, prosecutor));
    assertEquals("divergence", divergence.agreement());
    var question = divergence.questions().get(0);
    assertEquals("conformity", question.question());
    assertEquals("divergence", question.agreement());
    assertEquals(
        List.of("f1 yes", "f2 no"),
        question.positions().stream().map(p -> p.finding() + " " + p.answer()).toList());
  }

  @Example
  void twoBodiesThatSayTheSameAgreeAndOneThatSaysItTwiceIsSingle() {
    var first = finding(ONE, "f1", "Court", "2019", List.of("arbitrary"), List.of());
    var again = finding(ONE, "f2", "Court", "2020", List.of("abusive"), List.of());
    var other = finding(ONE, "f3", "Working group", null, List.of("rights-violated"), List.of());
    assertEquals("single", Divergence.of(List.of(first, again)).agreement());
    assertEquals("agreement", Divergence.of(List.of(first, other)).agreement());
    assertEquals("none", Divergence.of(List.of()).agreement());
  }

  @Example
  void oneFindingThatHoldsBothIsDivided() {
    var divided = finding(ONE, "f1", "Court", "2019", List.of("lawful", "abusive"), List.of());
    var question = Divergence.of(List.of(divided)).questions().get(0);
    assertEquals("divided", question.positions().get(0).answer());
    assertEquals("divergence", question.agreement());
  }

  @Example
  void whatIsAskedAnewInEachProceedingIsComparedWithinOne() {
    var barred = finding(ONE, "f1", "Court", "2019", List.of("inadmissible"), List.of("p1"));
    var let = finding(ONE, "f2", "Prosecutor", "2020", List.of("admissible"), List.of("p2"));
    var apart = Divergence.of(List.of(barred, let));
    assertEquals(List.of("single", "single"), agreements(apart));
    assertEquals("p1", apart.questions().get(0).asked().proceeding());
    var same = finding(ONE, "f3", "Judge", "2021", List.of("admissible"), List.of("p1", "p2"));
    assertEquals(
        List.of("divergence", "agreement"), agreements(Divergence.of(List.of(barred, let, same))));
  }

  @Example
  void onePurposeIsComparedAcrossIncidentsAndTheLawfulnessOfOneMeasureIsNot() {
    var here =
        finding(
            ONE, "f1", "Prosecutor", "2024", List.of("not-politically-motivated", "lawful"), null);
    var there =
        finding(OTHER, "f1", "Court", "2019", List.of("politically-motivated", "arbitrary"), null);
    var divergence = Divergence.of(List.of(here, there));
    assertEquals(List.of("divergence", "single", "single"), agreements(divergence));
    assertEquals(OTHER, divergence.questions().get(0).positions().get(0).incident(), "the older");
  }

  @Example
  void whatFindingsCiteTogetherIsToldApartFromWhatOneCites() {
    var one = cites(finding(ONE, "f1", "Court", "2019", List.of("abusive"), null), "A", "B");
    var two = cites(finding(ONE, "f2", "Group", "2020", List.of("arbitrary"), null), "B", "C");
    assertEquals(
        List.of("A false [f1]", "B true [f1, f2]", "C false [f2]"),
        Divergence.of(List.of(one, two)).questions().get(0).provisions().stream()
            .map(
                p ->
                    p.provision()
                        + " "
                        + p.shared()
                        + " "
                        + p.findings().stream().map(f -> f.finding()).toList())
            .toList());
  }

  @Example
  void aFindingThatAnswersNothingIsListed() {
    var silent = finding(ONE, "f1", "Group", "2019", null, null);
    var inconclusive = finding(ONE, "f2", "Court", "2020", List.of("inconclusive"), null);
    var divergence = Divergence.of(List.of(silent, inconclusive));
    assertEquals(
        List.of("f1", "f2"), divergence.unanswered().stream().map(r -> r.finding()).toList());
    assertEquals("none", divergence.agreement());
  }

  @Property(tries = 200)
  void theOrderInWhichFindingsComeChangesNothing(
      @ForAll("findings") List<FindingStatement> findings, @ForAll long seed) {
    var shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(Divergence.of(findings), Divergence.of(shuffled));
  }

  @Property(tries = 200)
  void everyFindingAnswersOrIsListedAsUnanswered(
      @ForAll("findings") List<FindingStatement> findings) {
    var divergence = Divergence.of(findings);
    var told = new HashSet<String>();
    divergence.questions().stream()
        .flatMap(q -> q.positions().stream())
        .forEach(p -> told.add(p.incident() + p.finding()));
    for (var unanswered : divergence.unanswered()) {
      assertTrue(told.add(unanswered.incident() + unanswered.finding()));
    }
    findings.forEach(f -> assertTrue(told.remove(f.incident() + f.id())));
    assertTrue(told.isEmpty());
  }

  @Provide
  Arbitrary<List<FindingStatement>> findings() {
    var held =
        Arbitraries.of(codes("finding-holding"))
            .list()
            .ofMaxSize(3)
            .uniqueElements()
            .injectNull(0.2);
    return Combinators.combine(
            Arbitraries.of(ONE, OTHER),
            Arbitraries.of("f1", "f2", "f3", "f4", "f5"),
            Arbitraries.of("Court", "Prosecutor"),
            Arbitraries.of("2019", "/2020-01-02", "2018-05/..").injectNull(0.3),
            held,
            Arbitraries.of("p1", "p2").list().ofMaxSize(2).injectNull(0.3))
        .as(DivergenceTest::finding)
        .list()
        .ofMaxSize(8)
        .uniqueElements(f -> f.incident() + f.id());
  }

  private static List<String> codes(String scheme) {
    return new Taxonomies()
        .current(scheme).orElseThrow().concepts().stream().map(Concept::code).toList();
  }

  private static List<String> agreements(Divergence divergence) {
    return divergence.questions().stream().map(AnsweredQuestion::agreement).toList();
  }

  private static FindingStatement finding(
      UUID incident,
      String id,
      String body,
      @Nullable String date,
      @Nullable List<String> held,
      @Nullable List<String> proceedings) {
    return new FindingStatement(
        incident, id, Map.of("en", body), "court", date, held, null, proceedings, null, null);
  }

  private static FindingStatement cites(FindingStatement f, String... provisions) {
    return new FindingStatement(
        f.incident(),
        f.id(),
        f.body(),
        f.bodyKind(),
        f.date(),
        f.held(),
        List.of(provisions),
        null,
        null,
        null);
  }
}
