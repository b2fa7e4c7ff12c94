package org.tnregistry.incident.related;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tnregistry.incident.IncidentFacets.Facet;

class RelatednessTest {
  private static final List<Facet> FACETS =
      Arrays.stream(Kind.values())
          .filter(kind -> kind.facet() != null)
          .flatMap(
              kind ->
                  List.of("1", "2").stream()
                      .map(value -> new Facet(String.valueOf(kind.facet()), value)))
          .toList();

  @Provide
  Arbitrary<Traits> traits() {
    var day =
        Arbitraries.integers()
            .between(0, 800)
            .map(days -> LocalDate.of(2020, 1, 1).plusDays(days))
            .injectNull(0.2);
    return Combinators.combine(Arbitraries.of(FACETS).set(), day, day)
        .as((facets, one, other) -> Traits.of(facets, one, other));
  }

  @Property
  void itIsTheSameFromEitherSide(@ForAll("traits") Traits one, @ForAll("traits") Traits other) {
    assertEquals(Relatedness.of(one, other), Relatedness.of(other, one));
  }

  @Property
  void itIsBetweenNothingAndCertainty(
      @ForAll("traits") Traits one, @ForAll("traits") Traits other) {
    var related = Relatedness.of(one, other);
    assertTrue(related.score().signum() >= 0 && related.score().compareTo(BigDecimal.ONE) < 0);
    assertEquals(related.reasons().isEmpty(), related.score().signum() == 0);
  }

  @Property
  void oneMoreSharedValueNeverLowersIt(
      @ForAll("traits") Traits one, @ForAll("traits") Traits other, @ForAll("facet") Facet more) {
    var before = Relatedness.of(one, other);
    var after = Relatedness.of(with(one, more), with(other, more));
    assertTrue(after.score().compareTo(before.score()) >= 0);
    var kinds = new ArrayList<>(after.reasons().stream().map(Relatedness.Shared::kind).toList());
    assertTrue(kinds.containsAll(before.reasons().stream().map(r -> r.kind()).toList()));
  }

  @Provide
  Arbitrary<Facet> facet() {
    return Arbitraries.of(FACETS);
  }

  private static Traits with(Traits traits, Facet more) {
    var facets = new HashSet<>(traits.places().keySet());
    facets.add(more);
    return Traits.of(facets, traits.earliest(), traits.latest());
  }

  @Example
  void aloneEachReasonTakesItsWeight() {
    var weights =
        Map.of(
            "case-number", "0.50",
            "target", "0.40",
            "source", "0.30",
            "actor", "0.20",
            "time", "0.20",
            "origin", "0.15",
            "tactic", "0.15");
    var day = LocalDate.of(2020, 1, 1);
    for (var kind : Kind.values()) {
      var alone =
          kind.facet() == null
              ? Traits.of(Set.of(), day, day)
              : Traits.of(Set.of(new Facet(kind.facet(), "1")), null, null);
      var related = Relatedness.of(alone, alone);
      assertEquals(List.of(kind), related.reasons().stream().map(r -> r.kind()).toList());
      assertEquals(new BigDecimal(weights.get(kind.code())), related.score(), kind.code());
      assertEquals(related.score(), Relatedness.weight(kind));
    }
    assertEquals(weights.size(), Kind.values().length);
  }

  /** With a tactic in common no reasons make 0.60 itself: 0.59 and 0.61 are the nearest. */
  @Example
  void duplicatesAreThoseWithAScoreFromTheThresholdOn() {
    var below = sharing(Kind.TARGET, Kind.TACTIC);
    assertEquals(new BigDecimal("0.59"), Relatedness.of(below, below).score());
    assertFalse(Relatedness.of(below, below).isLikelyDuplicate());
    var above = sharing(Kind.SOURCE, Kind.ACTOR, Kind.TACTIC);
    assertEquals(new BigDecimal("0.61"), Relatedness.of(above, above).score());
    assertTrue(Relatedness.of(above, above).isLikelyDuplicate());
  }

  @Example
  void duplicatesBeginWithinThirtyDaysOfEachOtherWhicheverIsFirst() {
    var day = LocalDate.of(2020, 6, 1);
    var facets = sharing(Kind.CASE_NUMBER, Kind.TARGET, Kind.TACTIC).places().keySet();
    var one = Traits.of(facets, day, null);
    for (int days : List.of(-31, -30, 0, 30, 31)) {
      assertEquals(
          Math.abs(days) <= 30,
          Relatedness.of(one, Traits.of(facets, day.plusDays(days), null)).isLikelyDuplicate(),
          () -> days + " days");
    }
  }

  /** Of one day. */
  private static Traits sharing(Kind... kinds) {
    var day = LocalDate.of(2020, 1, 1);
    return Traits.of(
        Arrays.stream(kinds)
            .map(kind -> new Facet(String.valueOf(kind.facet()), "1"))
            .collect(Collectors.toSet()),
        day,
        day);
  }

  @Example
  void incidentsOfOneCaseAreDuplicatesWhenTheyBeginTogetherWithTheSameTactic() {
    var number = new Facet(String.valueOf(Kind.CASE_NUMBER.facet()), "17000013");
    var origin = new Facet(String.valueOf(Kind.ORIGIN.facet()), "KZ");
    var tactic = new Facet(String.valueOf(Kind.TACTIC.facet()), "spyware");
    var day = LocalDate.of(2020, 1, 1);
    var alone = Traits.of(Set.of(number), day, day);
    assertEquals(new BigDecimal("0.60"), Relatedness.of(alone, alone).score());
    assertFalse(Relatedness.of(alone, alone).isLikelyDuplicate());
    var one = Traits.of(Set.of(number, origin, tactic), day, null);
    assertEquals(new BigDecimal("0.63"), Relatedness.of(one, one).score());
    assertTrue(Relatedness.of(one, one).isLikelyDuplicate());
    var later = Traits.of(Set.of(number, origin, tactic), day.plusDays(31), null);
    assertFalse(Relatedness.of(one, later).isLikelyDuplicate());
    var undated = Traits.of(Set.of(number, origin, tactic), null, null);
    assertFalse(Relatedness.of(undated, undated).isLikelyDuplicate());
  }

  @Example
  void daysThatDifferByAMonthAreCloseAndLongPeriodsAreCloseToNothing() {
    var day = LocalDate.of(2020, 1, 1);
    assertTrue(areClose(day, day, day.plusDays(30), day.plusDays(40)));
    assertFalse(areClose(day, day, day.plusDays(31), day.plusDays(40)));
    assertTrue(areClose(day, day.plusDays(366), day, day));
    assertFalse(areClose(day, day.plusDays(367), day, day));
  }

  private static boolean areClose(
      LocalDate begins, LocalDate ends, LocalDate otherBegins, LocalDate otherEnds) {
    return Relatedness.of(
                Traits.of(Set.of(), begins, ends), Traits.of(Set.of(), otherBegins, otherEnds))
            .score()
            .signum()
        > 0;
  }
}
