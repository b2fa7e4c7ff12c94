package org.tnregistry.party.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tnregistry.party.names.NameComparison;
import org.tnregistry.party.names.NameReader;

class NameLawsTest {
  private static final double EXACT = 1e-9;

  private final NameReader reader = NameReading.reader();
  private final NameComparison comparison = reader.comparison();

  @Property(tries = 300)
  void whoComparesWithWhomDoesNotMatter(@ForAll("names") String a, @ForAll("names") String b) {
    assertEquals(score(a, b), score(b, a), EXACT);
  }

  @Property(tries = 300)
  void aNameIsItself(@ForAll("names") String name) {
    assertEquals(1, score(name, name), EXACT);
  }

  @Property(tries = 300)
  void aScoreLiesBetweenNothingAndOne(@ForAll String a, @ForAll("names") String b) {
    var match = comparison.compare(reader.read(a), reader.read(b));
    for (var part : List.of(match.score(), match.agreement(), match.coverage())) {
      assertTrue(part >= 0 && part <= 1, () -> part + " for " + a);
    }
  }

  @Property(tries = 300)
  void theOrderOfWordsDoesNotMatter(
      @ForAll("names") String a, @ForAll("names") String b, @ForAll long seed) {
    var words = new ArrayList<>(List.of(a.split(" ", -1)));
    Collections.shuffle(words, new Random(seed));
    var shuffled = String.join(" ", words);
    assertEquals(score(a, b), score(shuffled, b), EXACT);
    assertEquals(reader.keys(reader.read(a)), reader.keys(reader.read(shuffled)));
  }

  @Property(tries = 300)
  void caseAndMarksDoNotMatter(@ForAll("latinNames") String name) {
    var upper = name.toUpperCase(Locale.ROOT);
    var marked =
        Normalizer.normalize(
            name.replace("a", "a\u0301").replace("e", "e\u0308"), Normalizer.Form.NFC);
    assertEquals(1, score(name, upper), EXACT);
    assertEquals(1, score(name, marked), EXACT);
    assertEquals(reader.keys(reader.read(name)), reader.keys(reader.read(upper)));
    assertEquals(reader.keys(reader.read(name)), reader.keys(reader.read(marked)));
  }

  @Property(tries = 1000)
  void whatScoresLikeTheSameNameIsFound(@ForAll("names") String a, @ForAll("names") String b) {
    if (score(a, b) >= 0.9) {
      var shared = new ArrayList<>(reader.keys(reader.read(a)));
      shared.retainAll(reader.keys(reader.read(b)));
      assertTrue(!shared.isEmpty(), () -> a + " and " + b);
    }
  }

  private double score(String one, String other) {
    return comparison.compare(reader.read(one), reader.read(other)).score();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "Botagoz",
            "Bota",
            "Жардемәлі",
            "Jardemalie",
            "ДЖАРДЕМАЛИ",
            "Мухтар",
            "Ablyazov",
            "محمد",
            "علي",
            "Mohammed",
            "Ali",
            "习近平",
            "Jinping",
            "Gülen",
            "FETHULLAH",
            "Şahin",
            "al",
            "B.",
            "Ivan",
            "Petrov",
            "김정은",
            "Xiaobo",
            "O'Brien",
            "d’Arc")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> latinNames() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(2)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> String.join(" ", words));
  }
}
