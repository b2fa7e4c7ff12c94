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

/** Which hearing of a proceeding stands. */
class ProceedingRowsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  /** S is a hearing set, P one postponed, each with its date. */
  @ParameterizedTest
  @CsvSource({
    "S2026-03-01, 2026-03-01",
    "S2026-03, 2026-03-01",
    "S2020-03-01, 2020-03-01",
    "S2026-03-01 P2026-03-01,",
    // Decided before the day, and dated so.
    "S2026-03-01 P2026-01-15,",
    "S2026-03-01 P2026-01-15 S2026-06-01, 2026-06-01",
    "S2026-01-10 P2026-01-10 S2026-03-01 S2026-06-01, 2026-06-01",
    "P2026-01-10, ",
    "S, ",
    "S2026-03-01 P,"
  })
  void theLastHearingStandsUnlessAPostponementFollows(String steps, @Nullable LocalDate standing) {
    var incident =
        IncidentBuilder.anIncident()
            .proceeding("p1", "criminal-trial", "1")
            .with(
                d -> {
                  var milestones = ((ObjectNode) d.at("/proceedings/0")).putArray("milestones");
                  for (var step : steps.split(" ", -1)) {
                    var milestone = milestones.addObject();
                    milestone.put(
                        "type", step.startsWith("S") ? "hearing-scheduled" : "hearing-postponed");
                    if (step.length() > 1) {
                      milestone.put("date", step.substring(1));
                    }
                  }
                });
    assertEquals(standing, rows(incident).proceedings().get(0).hearing());
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
