package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class IncidentFacetsTest {
  @Test
  void aLongValueIsCutBetweenCharacters() {
    var cut = IncidentFacets.folded("a".repeat(299) + "\ud83d\ude00");
    assertEquals(299, cut.length());
    assertFalse(Character.isHighSurrogate(cut.charAt(298)));
    assertEquals(300, IncidentFacets.folded("a".repeat(298) + "\ud83d\ude00b").length());
  }

  @Test
  void punctuationDoesNotTellCaseNumbersApart() {
    assertEquals(
        IncidentFacets.caseNumber("No. 17 000-013"), IncidentFacets.caseNumber("no17000013"));
  }
}
