package org.tnregistry.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A letter for each assessment of one agency under one definition, oldest first: m made, c
 * confirmed, w withdrawn, x confirmed and withdrawn.
 */
class SupersessionTest {
  /** What counts, and what waits to supersede that, by place; a dash for none. */
  @ParameterizedTest
  @CsvSource({
    "m, 1 -",
    "mm, 2 -",
    "mw, 1 -",
    "c, 1 -",
    "cm, 1 2",
    "cw, 1 -",
    "cx, 1 -",
    "cmm, 1 3",
    "cmw, 1 2",
    "cc, 2 -",
    "cmc, 3 -",
    "mc, 2 -",
    "mcm, 2 3",
    "xm, 2 -",
    "xcm, 2 3",
    "w, - -",
    "xwx, - -"
  })
  void theLatestCountsThatStandsOnAsMuchAsThatBefore(String chain, String expected) {
    var settled = Supersession.of(assessments(chain));
    assertEquals(
        expected,
        place(settled, settled.stream().filter(Assessment::counts).toList())
            + " "
            + place(settled, settled.stream().filter(a -> a.wouldSupersede() != null).toList()));
  }

  @ParameterizedTest
  @CsvSource({"mm, 2-", "mwm, 3--", "cm, --", "cmm, -3-", "cmc, 33-", "mcm, 2--", "cwcm, 3---"})
  void eachNamesTheNextThatSupersedesIt(String chain, String expected) {
    var settled = Supersession.of(assessments(chain));
    var by = new StringBuilder();
    for (var assessment : settled) {
      by.append(
          place(
              settled,
              settled.stream().filter(a -> a.id().equals(assessment.supersededBy())).toList()));
    }
    assertEquals(expected, by.toString());
  }

  @Property
  void oneCountsUnlessAllAreWithdrawnAndAConfirmedOneGivesWayToAConfirmedOneAlone(
      @ForAll("chains") String chain) {
    var settled = Supersession.of(assessments(chain));
    var counting = settled.stream().filter(Assessment::counts).toList();
    assertEquals(chain.matches("[wx]*") ? 0 : 1, counting.size());
    assertEquals(chain.contains("c"), counting.stream().anyMatch(Assessment::isConfirmed));
  }

  @Property
  void whatIsWithdrawnLeavesEverythingAsIfItHadNotBeenMade(@ForAll("chains") String chain) {
    var settled = Supersession.of(assessments(chain));
    var without = Supersession.of(assessments(chain.replaceAll("[wx]", "")));
    var left = settled.stream().filter(a -> a.withdrawal() == null).toList();
    assertEquals(
        without.stream().map(a -> List.of(a.counts(), a.isCurrent())).toList(),
        left.stream().map(a -> List.of(a.counts(), a.isCurrent())).toList());
  }

  @Property
  void whoDoesNotSeeTheFirstOnesHasTheRestInTheirOrder(
      @ForAll("chains") String chain, @ForAll @IntRange(max = 11) int hidden) {
    var from = Math.min(hidden, chain.length() - 1);
    var seen = Supersession.of(assessments(chain).subList(from, chain.length()));
    var alone = Supersession.of(assessments(chain.substring(from)));
    assertEquals(
        alone.stream().map(a -> List.of(a.counts(), a.isCurrent())).toList(),
        seen.stream().map(a -> List.of(a.counts(), a.isCurrent())).toList());
  }

  @Property
  void theOrderInWhichTheyAreReadDecidesNothing(@ForAll("chains") String chain) {
    var stored = assessments(chain);
    var reversed = new ArrayList<>(stored);
    Collections.reverse(reversed);
    var settled = new ArrayList<>(Supersession.of(reversed));
    Collections.reverse(settled);
    assertEquals(Supersession.of(stored), settled);
  }

  @Provide
  Arbitrary<String> chains() {
    return Arbitraries.strings().withChars('m', 'c', 'w', 'x').ofMinLength(1).ofMaxLength(12);
  }

  private static String place(List<Assessment> all, List<Assessment> found) {
    assertEquals(true, found.size() < 2);
    return found.isEmpty() ? "-" : String.valueOf(all.indexOf(found.get(0)) + 1);
  }

  private static List<Assessment> assessments(String chain) {
    return IntStream.range(0, chain.length())
        .mapToObj(i -> assessment(i, chain.charAt(i)))
        .toList();
  }

  private static Assessment assessment(int place, char how) {
    return new Assessment(
        new UUID(0, place),
        new UUID(1, 0),
        "agency",
        "common",
        "1.0",
        1,
        List.of(),
        Instant.EPOCH,
        "agency/person",
        place == 0 ? null : new UUID(0, place - 1),
        null,
        null,
        step(how == 'c' || how == 'x'),
        step(how == 'w' || how == 'x'));
  }

  private static Assessment.@Nullable Step step(boolean taken) {
    return taken ? new Assessment.Step(null, Instant.EPOCH) : null;
  }
}
