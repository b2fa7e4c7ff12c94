package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;
import org.tnregistry.taxonomy.Taxonomies;

class ProceedingStateTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 9, 23);

  @Test
  void withoutMilestonesNothingIsKnown() {
    var state = of();
    assertEquals("unknown", state.status());
    assertNull(state.openSince());
    assertNull(state.endedSince());
    assertNull(state.openForDays());
  }

  @Test
  void aRequestThatWasNeverAnsweredIsOpenToThisDay() {
    var state =
        of(
            "requested 2016-11-03",
            "clarification-sought 2016-12-23",
            "reminded 2020-09-02",
            "reminded 2022-05-27");
    assertEquals("open", state.status());
    assertEquals(LocalDate.of(2016, 11, 3), state.openSince());
    assertEquals(2881, state.openForDays());
    assertNull(state.endedSince());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "granted",
        "refused",
        "cancelled",
        "executed",
        "dismissed",
        "convicted",
        "acquitted",
        "discontinued",
        "withdrawn",
        "closed"
      })
  void aDecisionEndsIt(String decision) {
    var state = of("requested 2020-01-01", decision + " 2021-03-04");
    assertEquals(decision, state.status());
    assertEquals(LocalDate.of(2021, 3, 4), state.endedSince());
    assertNull(state.openForDays());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requested",
        "reminded",
        "received",
        "clarification-sought",
        "partly-executed",
        "hearing-scheduled",
        "hearing-postponed"
      })
  void otherStepsLeaveItAsItWas(String step) {
    assertEquals("open", of(step + " 2020-01-01").status());
    assertEquals("refused", of("refused 2019-01-01", step + " 2020-01-01").status());
  }

  @Test
  void everyMilestoneOfTheStandardGivesAStatusOfTheStandard() {
    var taxonomies = new Taxonomies();
    var statuses = taxonomies.codes("proceeding-status").orElseThrow().codes();
    for (var milestone : taxonomies.codes("milestone-type").orElseThrow().codes()) {
      var status = of(milestone + " 2020-01-01").status();
      assertEquals(true, statuses.contains(status), milestone + " gives " + status);
    }
  }

  @Test
  void theLastDecisionDecidesWhateverTheOrderGiven() {
    assertEquals("granted", of("granted 2021", "refused 2020", "requested 2019").status());
  }

  @Test
  void aSuspendedProceedingIsStillOpen() {
    var state = of("requested 2024-09-01", "suspended 2024-09-10");
    assertEquals("suspended", state.status());
    assertEquals(22, state.openForDays());
    assertNull(state.endedSince());
  }

  @ParameterizedTest
  @CsvSource({
    "convicted 2019-11-29 / appealed 2020, open",
    "convicted 2019-11-29 / overturned 2021, open",
    "convicted 2019 / appealed 2020 / upheld 2021, convicted",
    "convicted 2019 / upheld 2021, convicted",
    "refused 2019 / appealed 2020 / hearing-scheduled 2021 / upheld 2022, refused",
    "convicted 2019 / appealed 2020 / acquitted 2021, acquitted",
    "convicted 2018 / appealed 2019 / acquitted 2020 / appealed 2021 / upheld 2022, acquitted",
    "convicted 2018 / appealed 2019 / overturned 2020 / appealed 2021 / upheld 2022, open",
    "granted 2018 / appealed 2019 / suspended 2020 / upheld 2021, granted",
    "requested 2018 / upheld 2021, open",
    "requested 2018 / suspended 2019 / upheld 2021, suspended"
  })
  void anAppealReopensWhatAnUpholdingRestores(String milestones, String status) {
    assertEquals(status, of(milestones.split(" / ", -1)).status());
  }

  @Test
  void anUpheldDecisionHasEndedItSinceItWasUpheld() {
    var state = of("requested 2018", "convicted 2019-11-29", "upheld 2021-09-15");
    assertEquals(LocalDate.of(2021, 9, 15), state.endedSince());
    assertNull(state.openForDays());
  }

  @Test
  void anUndatedMilestoneCountsWhereItStands() {
    assertEquals("refused", of("requested 2020", "granted", "refused").status());
    assertEquals("granted", of("refused 2021", "granted").status());
    assertNull(of("requested", "granted").endedSince());
    assertNull(of("requested").openForDays());
    assertNull(of("requested").openSince());
  }

  @Test
  void aDateKnownOnlyByItsEndCountsFromThere() {
    var state = of("requested /2024-09-20");
    assertEquals(LocalDate.of(2024, 9, 20), state.openSince());
    assertEquals(3, state.openForDays());
  }

  @Test
  void whatOnlyBeginsLaterHasNotBeenOpenForNegativeDays() {
    assertEquals(0, of("requested 2025").openForDays());
  }

  @Test
  void theDayOfAHearingIsNoBeginning() {
    assertNull(of("received", "hearing-scheduled 2025").openSince());
    assertEquals(
        LocalDate.of(2024, 5, 1), of("hearing-scheduled 2024-03", "requested 2024-05").openSince());
  }

  @Test
  void idAndTypeAreThoseOfTheProceeding() {
    assertEquals("p1", of().id());
    assertEquals("extradition-request", of().type());
  }

  private static ProceedingState of(String... milestones) {
    return ProceedingState.of(
        new Proceeding(
            "p1",
            "extradition-request",
            null,
            null,
            null,
            null,
            null,
            milestones.length == 0
                ? null
                : Arrays.stream(milestones).map(ProceedingStateTest::milestone).toList(),
            null,
            null,
            null),
        TODAY);
  }

  private static Milestone milestone(String text) {
    List<String> parts = List.of(text.strip().toLowerCase(Locale.ROOT).split(" ", -1));
    @Nullable String date =
        Optional.of(parts).filter(p -> p.size() > 1).map(p -> p.get(1)).orElse(null);
    return new Milestone(parts.get(0), date, null, null, null, null);
  }
}
