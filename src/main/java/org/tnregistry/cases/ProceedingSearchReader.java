package org.tnregistry.cases;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.search.FilterReader;
import org.tnregistry.incident.search.GivenValues;
import org.tnregistry.incident.search.ProceedingFilter;
import org.tnregistry.incident.search.ProceedingFilter.Hearing;
import org.tnregistry.incident.search.ProceedingSort;
import org.tnregistry.incident.search.Proceedings.Request;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Reads and checks what proceedings are asked for; tells all faults at once. */
@Singleton
class ProceedingSearchReader {
  /** A century, in days. */
  private static final int MAX_DAYS = 36_500;

  private final FilterReader filters;

  ProceedingSearchReader(FilterReader filters) {
    this.filters = filters;
  }

  /**
   * @throws ProblemException 400 with every fault
   */
  Request read(ProceedingSearch search) {
    var faults = new ArrayList<Fault>();
    var filter = filter(search, filters.values(faults), faults);
    var sort = sort(search.sort, faults);
    var request =
        new Request(filter, sort, search.limit(faults), search.cursor(), search.counted(faults));
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_PARAMETER, faults);
    }
    return request;
  }

  private static ProceedingFilter filter(
      ProceedingSearch search, GivenValues given, List<Fault> faults) {
    return new ProceedingFilter(
        given.codes("type", search.type, "proceeding-type"),
        given.states("requestingState", search.requestingState),
        given.states("requestedState", search.requestedState),
        given.codes("status", search.status, "proceeding-status"),
        given.texts("caseNumber", search.caseNumber, IncidentFacets::caseNumber),
        given.parties("target", search.target),
        given.handles("owner", search.owner),
        days(search.openForDays, faults),
        hearing(search, faults));
  }

  private static ProceedingSort sort(@Nullable String given, List<Fault> faults) {
    var sort = given == null ? ProceedingSort.OPEN_SINCE : ProceedingSort.of(given).orElse(null);
    if (sort == null) {
      faults.add(
          new Fault("unknown-code", "sort", "openSince, -openSince or nextHearing is expected."));
      return ProceedingSort.OPEN_SINCE;
    }
    return sort;
  }

  private static @Nullable Integer days(@Nullable String given, List<Fault> faults) {
    if (given == null) {
      return null;
    }
    // One to five digits, and no sign.
    int days = given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : MAX_DAYS + 1;
    if (days > MAX_DAYS) {
      faults.add(new Fault("out-of-range", "openForDays", "A number from 0 to 36500 is expected."));
      return null;
    }
    return days;
  }

  private static @Nullable Hearing hearing(ProceedingSearch search, List<Fault> faults) {
    if (search.hearingFrom == null && search.hearingTo == null) {
      return null;
    }
    var from = day("hearingFrom", search.hearingFrom, Edtf.FIRST_DAY, faults);
    var to = day("hearingTo", search.hearingTo, Edtf.LAST_DAY, faults);
    if (from.isAfter(to)) {
      faults.add(
          new Fault(
              "reversed-period", "hearingTo", "A day that is not before hearingFrom is expected."));
    }
    return new Hearing(from, to);
  }

  /** What bounds nothing where none is given. */
  private static LocalDate day(
      String parameter, @Nullable String given, LocalDate open, List<Fault> faults) {
    if (given == null) {
      return open;
    }
    try {
      // Four digits of a year, two of a month, two of a day.
      if (given.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && !given.startsWith("0000")) {
        return LocalDate.parse(given);
      }
    } catch (DateTimeException e) {
      // No such day: told below.
    }
    faults.add(new Fault("invalid-date", parameter, "A day such as 2026-01-31 is expected."));
    return open;
  }
}
