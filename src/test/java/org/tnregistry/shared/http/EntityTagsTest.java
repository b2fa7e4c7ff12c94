package org.tnregistry.shared.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

class EntityTagsTest {
  private static final String TAG = EntityTags.of("record", 1);

  @Test
  void aTagChangesWithEveryPart() {
    assertEquals(TAG, EntityTags.of("record", 1));
    assertNotEquals(TAG, EntityTags.of("record", 2));
    assertNotEquals(TAG, EntityTags.of("recor", "d1"));
    assertNotEquals(EntityTags.of("a", "bc"), EntityTags.of("ab", "c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        " * ",
        "\"%s\"",
        "\"x\",\"%s\"",
        "W/\"%s\", \"%s\"",
        ", ,\"%s\",",
        "\"a,b\"\t,\t\"%s\"",
        "\"\",\"%s\""
      })
  void theCurrentTagMatches(String header) {
    assertDoesNotThrow(() -> EntityTags.requireMatch(header.replace("%s", TAG), TAG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"%s\"", "\"x%s\"", "\"*\"", "\"x\",W/\"%s\"", "\"a,%s,b\""})
  void anotherTagIsStale(String header) {
    assertEquals(StandardProblem.STALE, refusal(header).type());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "\"%s", "%s\"", "*,*", "W/*", "w/\"%s\"", "\"%s\" \"x\"", "\"%s\",x"})
  void whatIsNoTagCannotBeStale(String header) {
    var problem = refusal(header);
    assertEquals(StandardProblem.INVALID_PARAMETER, problem.type());
    assertEquals("If-Match", problem.faults().get(0).pointer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " ,, "})
  void aListOfNoTagIsNone(String header) {
    assertEquals(StandardProblem.PRECONDITION_REQUIRED, refusal(header).type());
  }

  private static ProblemException refusal(String header) {
    return assertThrows(
        ProblemException.class, () -> EntityTags.requireMatch(header.replace("%s", TAG), TAG));
  }

  @Test
  void readsCompareWeakly() {
    assertTrue(EntityTags.notModified("W/\"" + TAG + "\"", TAG));
    assertTrue(EntityTags.notModified("*", TAG));
    assertFalse(EntityTags.notModified(null, TAG));
    assertFalse(EntityTags.notModified("\"x\"", TAG));
  }
}
