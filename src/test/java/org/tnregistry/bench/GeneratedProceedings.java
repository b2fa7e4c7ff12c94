package org.tnregistry.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tnregistry.incident.document.CaseNumber;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;

/** The formal side of an incident. */
final class GeneratedProceedings {
  private static final int SHARED_CASES = 500;

  private static final Skew<String> TYPE =
      Skew.of(
          "extradition-request 35",
          "interpol-red-notice 25",
          "criminal-investigation 15",
          "asylum-procedure 12",
          "mutual-legal-assistance-request 8",
          "civil-suit 3",
          "un-procedure 2");
  private static final Skew<String> END =
      Skew.of("none 40", "granted 20", "refused 20", "executed 12", "suspended 5", "convicted 3");

  Proceeding of(int number, String origin, String host, RandomGenerator random) {
    // One case in ten stands behind several incidents: the pattern that search must find.
    var caseNumber =
        random.nextInt(10) == 0
            ? "Case " + origin + "-" + random.nextInt(SHARED_CASES)
            : "%s %d/%d".formatted(origin, number, 2000 + random.nextInt(26));
    int year = 2000 + random.nextInt(26);
    var milestones = new ArrayList<>(List.of(milestone("requested", year + "-03")));
    var end = END.draw(random);
    if (!end.equals("none")) {
      milestones.add(milestone(end, year + "-11"));
    } else if (number % 10 == 0) {
      var hearing = IncidentGenerator.TODAY.plusDays(1 + number / 10 % 300);
      milestones.add(milestone("hearing-scheduled", hearing.toString()));
    }
    return new Proceeding(
        "p1",
        TYPE.draw(random),
        origin,
        host,
        null,
        null,
        List.of(new CaseNumber(caseNumber, origin, null)),
        milestones,
        List.of("t1"),
        List.of("s1"),
        null);
  }

  private static Milestone milestone(String type, String date) {
    return new Milestone(type, date, null, null, null, List.of("s1"));
  }
}
