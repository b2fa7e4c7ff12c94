package org.tnregistry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReachPropertiesTest {
  @Provide
  Arbitrary<Reach> reaches() {
    return Arbitraries.of("agency:a", "state:BE", "group:g", "member", "anyone", "ngos")
        .list()
        .ofMaxSize(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(Reach::new);
  }

  @Provide
  Arbitrary<Set<String>> viewers() {
    return Arbitraries.of("agency:a", "state:BE", "group:g", "member", "ngos").set().ofMaxSize(5);
  }

  @Property
  void bothTogetherReachWhomEachReaches(
      @ForAll("reaches") Reach one,
      @ForAll("reaches") Reach other,
      @ForAll("viewers") Set<String> viewer) {
    assertEquals(reaches(one, viewer) && reaches(other, viewer), reaches(one.and(other), viewer));
  }

  @Property
  void theOrderOfNarrowingDoesNotMatter(
      @ForAll("reaches") Reach a, @ForAll("reaches") Reach b, @ForAll("reaches") Reach c) {
    assertEquals(a.and(b), b.and(a));
    assertEquals(a.and(b).and(c), a.and(b.and(c)));
    assertEquals(a, a.and(a));
    assertEquals(a, a.and(Reach.ANYONE));
    assertEquals(Reach.NOBODY, a.and(Reach.NOBODY));
  }

  @Property
  void equalReachesHaveOneKeyAndDifferentOnesTwo(
      @ForAll("reaches") Reach one, @ForAll("reaches") Reach other) {
    assertEquals(one.equals(other), one.key().equals(other.key()));
  }

  @Example
  void anEmptyAudienceMeansNobodyUnderEveryMarkingThatNames() {
    for (var marking : List.of(Marking.RED, Marking.AMBER_STRICT, Marking.AMBER)) {
      var empty = new Audience(List.of(), List.of(), List.of());
      assertEquals(Reach.NOBODY, marking.reach(empty, null, Map.of()), marking.code());
      assertEquals(Reach.NOBODY, marking.reach(null, null, Map.of()), marking.code());
    }
  }

  @Example
  void anAgencyThatIsNotThereWidensNothing() {
    var audience = new Audience(List.of("gone", "here"), null, null);
    var id = new UUID(0, 1);
    assertEquals(
        Reach.of(List.of(Principal.agency(id))),
        Marking.RED.reach(audience, "BE", Map.of("here", id)));
  }

  @Example
  void redReachesNoJurisdictionEvenWhenOneIsNamed() {
    var audience = new Audience(null, List.of("FR"), List.of("g"));
    assertEquals(Reach.NOBODY, Marking.RED.reach(audience, "BE", Map.of()));
  }

  @Example
  void everyMarkingIsWeakerThanTheOneBeforeIt() {
    var markings = Marking.values();
    for (int i = 1; i < markings.length; i++) {
      assertEquals(true, markings[i].isWeakerThan(markings[i - 1]));
      assertFalse(markings[i].isWeakerThan(markings[i]));
    }
  }

  private static boolean reaches(Reach reach, Set<String> viewer) {
    return reach.clauses().stream()
        .allMatch(c -> c.contains("anyone") || !Collections.disjoint(c, viewer));
  }
}
