package org.tnregistry.incident.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.shared.json.PublishedData;

/** Every item of the standard's list of reference incidents stands in a file, with its facts. */
class ReferenceCoverageTest {
  private static final String ITEMS =
      """
      1 | 01-belgium-red-notice-2013 | interpol-red-notice; 2013; cancelled
      2 | 02-belgium-kidnapping-plot | convicted; 2019-11-29; upheld; 2021-09-15; BE
      3 | 03-belgium-surveillance | 2017-01/..; 2023-12-14; 2024-04-15; 2024-06-18; hearing-postponed
      4 | 04-belgium-civil-party-complaint | civil-suit; 2016; dismissed; 2023-04-25; appealed; 2024-05
      5 | 05-belgium-ukraine-extradition-request | 2016-11-03; 2016-03-17; clarification-sought; 2016-12-23
      5 | 05-belgium-ukraine-extradition-request | reminded; 2020-09-02; 2021-08-28; 2022-05-27; UA
      6 | 06-russia-wanted-listing | wanted-listing; /2024-02-13; RU
      7 | 07-kazakhstan-brother-arrest | 2017-11-13/2019-12-11; proxy-victim; un-opinion; arbitrary
      7 | 07-kazakhstan-brother-arrest | torture-of-relatives; detention-of-relatives
      8 | 08-belgium-mla-search | 2018-03-30; 2019-10-01; search-and-seizure; 2023-03-21; partly-executed
      9 | 09-belgium-kazakhstan-extradition-request | extradition-request; 2018-04-24; 2024-06
      10 | 10-belgium-account-intrusion | account-takeover; discontinued; 2021-05-26
      11 | 11-smear-campaign-seven-languages | smear-campaign
      12 | 12-belgium-bank-accounts-closed | financial-exclusion
      13 | 13-european-parliament-ambassador-letters | diplomatic-mission; /2024-09-23
      14 | 14-kyiv-journalist-shooting-2024 | 2024-06-18/2024-07-02; assassination; UA; den
      15 | 15-kyiv-activist-attack-2022 | 2022-01-06; UA
      15 | 16-vilnius-activist-attack-2024 | 2024-03; LT
      16 | 17-rome-removal-of-wife-and-daughter-2013 | 2013-05; IT; yes
      17 | 18-london-threat-warning-2011 | 2011-01-29; GB; warning-given
      17 | 19-france-extradition-ukraine-russia | 2016-12-09; cancelled; UA; RU; FR
      17 | 20-france-surveillance-2020 | 2020-06; FR
      18 | 23-us-businessman-red-notice | interpol-red-notice; US
      18 | 24-kazakhstan-businessman-brothers | proxy-victim
      19 | 25-czechia-extradition-third-states | CZ; refused
      19 | 26-spain-extradition-blocked | ES; refused
      20 | 27-liechtenstein-mla-refused | LI; refused; 2019-12-05
      20 | 29-germany-munich-case-dropped | DE; discontinued; 2021-08-19
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ITEMS)
  void anItemOfTheStandardStandsInItsFileWithItsFacts(int item, String file, String facts) {
    var document =
        PublishedData.read("/reference/incidents/" + file + ".json", JsonNode.class)
            .path("document");
    var texts = new TreeSet<String>();
    collect(document, texts);
    for (var fact : facts.split("; ", -1)) {
      assertTrue(
          texts.contains(fact) || texts.stream().anyMatch(t -> t.startsWith(fact)),
          () -> "item " + item + ": " + fact + " in " + file);
    }
  }

  @Test
  void everyFileIsListedOnce() {
    var index = PublishedData.read("/reference/index.json", JsonNode.class).path("incidents");
    var files = new ArrayList<String>();
    index.forEach(f -> files.add(f.asText()));
    assertEquals(29, files.size());
    assertEquals(29, new TreeSet<>(files).size());
    ITEMS
        .lines()
        .map(line -> line.split("\\|", -1)[1].strip() + ".json")
        .forEach(file -> assertTrue(files.contains(file), file));
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collect(child, texts));
  }
}
