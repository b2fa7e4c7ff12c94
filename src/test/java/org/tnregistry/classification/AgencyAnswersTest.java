package org.tnregistry.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgencyAnswersTest {
  private static final List<String> ASKED = List.of("state-nexus", "purpose");

  private final Assessment early = assessment("common", 1, "state-nexus=a", "purpose=a");
  private final Assessment own = assessment("g7-2025", 2, "state-nexus=b");
  private final Assessment late = assessment("us-fbi", 3, "state-nexus=c", "purpose=c", "other=c");

  @Test
  void whatWasAnsweredUnderTheDefinitionItselfGoesBeforeWhatIsLater() {
    assertEquals(List.of("state-nexus=b", "purpose=c"), under("g7-2025"));
    assertEquals(List.of("state-nexus=a", "purpose=a"), under("common"));
  }

  @Test
  void underNoneOfThemTheLatestCounts() {
    assertEquals(List.of("state-nexus=c", "purpose=c"), under("ohchr-2025"));
  }

  @Test
  void onlyAssessmentsWhoseAnswersAreUsedAreNamed() {
    var answers = AgencyAnswers.to("g7-2025", ASKED, List.of(early, own, late));
    assertEquals(List.of(own, late), answers.assessments());
  }

  private List<String> under(String definition) {
    return AgencyAnswers.to(definition, ASKED, List.of(early, own, late)).answers().stream()
        .map(a -> a.element() + "=" + a.value().asText())
        .toList();
  }

  private static Assessment assessment(String definition, int at, String... answers) {
    var given =
        Stream.of(answers)
            .map(a -> a.split("=", 2))
            .map(
                a ->
                    new ElementAnswer(
                        a[0], TextNode.valueOf(a[1]), null, null, Map.of(), null, "own"))
            .toList();
    return new Assessment(
        UUID.randomUUID(),
        new UUID(0, 0),
        "agency",
        definition,
        "1.0",
        1,
        given,
        Instant.EPOCH.plusSeconds(at),
        "agency/person",
        null,
        null,
        null,
        null,
        null);
  }
}
