package org.tnregistry.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.shared.json.StoredJson;

class RecordChangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      nullValues = "nothing",
      textBlock =
          """
          {}; {}; nothing
          {"acts":[{"id":"a1"}]}; {"acts":[{"id":"a1"}]}; nothing
          {"acts":[{"id":"a1"}]}; {"acts":[{"id":"a2"}]}; /acts
          {"acts":[{"id":"a1"}]}; {}; /acts
          {}; {"targets":[{"id":"t1"}]}; /targets
          {"sources":[{"id":"s1"},{"id":"s2"}]}; {"sources":[{"id":"s2"},{"id":"s1"}]}; nothing
          {"sources":[{"id":"s1","title":"A"}]}; {"sources":[{"id":"s1","title":"B"}]}; /sources/s1
          {"sources":[{"id":"s1"}]}; {"sources":[{"id":"s2"}],"period":"2020"}; /period /sources/s1 /sources/s2
          {"handling":{"marking":"TLP:RED"}}; {"handling":{"marking":"TLP:GREEN"}}; nothing
          {"externalIds":[{"id":"1"}]}; {}; nothing
          {"acts":[{"id":"a1","handling":{"marking":"TLP:RED"}}]}; {"acts":[{"id":"a1"}]}; nothing
          """)
  void aPartThatSaysSomethingElseOfTheFactsIsNamed(String before, String now, String changed) {
    assertEquals(
        changed == null ? List.of() : List.of(changed.split(" ", -1)),
        RecordChanges.between(StoredJson.parse(before), StoredJson.parse(now)));
  }
}
