package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hearings of a proceeding stand. */
class ProceedingRowsTest {
  private static final Map<Character, String> TYPES =
      Map.of('S', "hearing-scheduled", 'P', "hearing-postponed", 'R', "refused");
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  /** S is a hearing set, P one postponed, R a refusal, each with its date. */
  @ParameterizedTest
  @CsvSource({
    "S2026-03-01, 2026-03-01, 2026-03-01",
    "S2026-03, 2026-03-01, 2026-03-01",
    "S2020-03-01, , 2020-03-01",
    "S2026-03-01 S2026-02-01 S2020-01-01, 2026-02-01, 2026-03-01",
    "S2026-03-01 P2026-03-01,,",
    // Decided before the day, and dated so.
    "S2026-03-01 P2026-01-15,,",
    "S2025-12-01 S2026-03-01 P2026-01-15, , 2025-12-01",
    "S2026-03-01 P2026-01-15 S2026-06-01, 2026-06-01, 2026-06-01",
    "S2026-03-01 S2026-06-01 P2026-03-01, 2026-06-01, 2026-06-01",
    "S2026-03-01 S2026-06-01 P2026-07-01, 2026-03-01, 2026-03-01",
    "S2026-01-10 P2026-01-12 P2026-01-13 S2026-03-01, 2026-03-01, 2026-03-01",
    "P2026-01-10 S2026-03-01, 2026-03-01, 2026-03-01",
    "P2026-04-01 S2026-03-01,,",
    "P2026-01-10,,",
    "S,,",
    "S2026-03-01 P,,",
    "S2026-03-01 R2026-01-15,,",
    "R2026-01-15 S2026-03-01, 2026-03-01, 2026-03-01"
  })
  void theNextHearingIsTheFirstThatStands(
      String steps, @Nullable LocalDate next, @Nullable LocalDate last) {
    var incident =
        IncidentBuilder.anIncident()
            .proceeding("p1", "criminal-trial", "1")
            .with(
                d -> {
                  var milestones = ((ObjectNode) d.at("/proceedings/0")).putArray("milestones");
                  for (var step : steps.split(" ", -1)) {
                    var milestone = milestones.addObject().put("type", TYPES.get(step.charAt(0)));
                    if (step.length() > 1) {
                      milestone.put("date", step.substring(1));
                    }
                  }
                });
    var row = rows(incident).proceedings().get(0);
    assertEquals(next, row.hearing());
    assertEquals(last, row.lastHearing());
  }

  @Test
  void aCaseNumberOfPunctuationAloneIsNoKey() {
    var rows = rows(IncidentBuilder.anIncident().proceeding("p1", "other", "---"));
    assertEquals(List.of(), List.copyOf(rows.keys()));
    assertEquals(List.of("---"), rows.proceedings().get(0).caseNumbers());
  }

  private static ProceedingRows rows(IncidentBuilder incident) {
    return ProceedingRows.of(SharedState.bound(incident.json()), Map.of(), 1, TODAY);
  }
}
