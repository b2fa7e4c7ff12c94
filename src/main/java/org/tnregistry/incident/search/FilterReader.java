package org.tnregistry.incident.search;

import static org.tnregistry.incident.IncidentFacets.stateRole;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.search.IncidentFilter.FacetFilter;
import org.tnregistry.incident.search.IncidentFilter.Period;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.date.EdtfException;
import org.tnregistry.shared.id.Reference;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.text.SearchWords;

/** Reads and checks the filters of a request; tells all faults at once. */
@Singleton
public class FilterReader {
  /** Every word is a look-up of its own. */
  private static final int MAX_WORDS = 20;

  private final CodeLists codes;

  /** Whether the viewer may see which party a target or actor is, and so may ask for it. */
  private final BooleanSupplier seesParties;

  @Inject
  FilterReader(CodeLists codes, ViewerContext context) {
    this(codes, () -> context.may(Permission.PARTY_READ));
  }

  FilterReader(CodeLists codes, BooleanSupplier seesParties) {
    this.codes = codes;
    this.seesParties = seesParties;
  }

  /**
   * @throws ProblemException 400 with every fault
   */
  public IncidentFilter read(IncidentSearch search) {
    var faults = new ArrayList<Fault>();
    var filter = read(search, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_PARAMETER, faults);
    }
    return filter;
  }

  /**
   * @param faults where what is wrong is added; then the filter is not to be used
   */
  IncidentFilter read(IncidentSearch search, List<Fault> faults) {
    var reading = new Reading(faults);
    reading.references(search.reference);
    reading.texts(
        "externalId", search.externalId, IncidentFacets.EXTERNAL_ID, UnaryOperator.identity());
    reading.states(search);
    reading.acts(search);
    reading.codes(
        "targetCategory", search.targetCategory, "target-category", IncidentFacets.TARGET_CATEGORY);
    reading.codes(
        "protectionStatus",
        search.protectionStatus,
        "protection-status",
        IncidentFacets.PROTECTION_STATUS);
    reading.parties("target", search.target, IncidentFacets.TARGET);
    reading.parties("actor", search.actor, IncidentFacets.ACTOR);
    reading.codes("actorKind", search.actorKind, "actor-kind", IncidentFacets.ACTOR_KIND);
    reading.codes(
        "proceedingType", search.proceedingType, "proceeding-type", IncidentFacets.PROCEEDING_TYPE);
    reading.codes(
        "proceedingStatus",
        search.proceedingStatus,
        "proceeding-status",
        IncidentFacets.PROCEEDING_STATUS);
    reading.texts(
        "caseNumber", search.caseNumber, IncidentFacets.CASE_NUMBER, IncidentFacets::caseNumber);
    reading.codes("sourceType", search.sourceType, "source-type", IncidentFacets.SOURCE_TYPE);
    reading.texts(
        "sourcePublisher",
        search.sourcePublisher,
        IncidentFacets.SOURCE_PUBLISHER,
        IncidentFacets::folded);
    reading.texts("sourceUrl", search.sourceUrl, IncidentFacets.SOURCE_URL, IncidentFacets::folded);
    reading.codes("verification", search.verification, "verification", IncidentFacets.VERIFICATION);
    reading.codes("status", search.status, "incident-status", IncidentFacets.STATUS);
    reading.ongoing(search.ongoing);
    reading.words(search.q);
    return new IncidentFilter(
        reading.facets,
        reading.period(search.period, search.periodMatch),
        reading.instant(search.updatedSince),
        reading.given.handles("owner", search.owner));
  }

  /**
   * For the filters of other lists.
   *
   * @param faults where what is wrong is added; then no value is to be used
   */
  public GivenValues values(List<Fault> faults) {
    return new GivenValues(codes, seesParties, faults);
  }

  private final class Reading {
    private final List<FacetFilter> facets = new ArrayList<>();
    private final List<Fault> faults;
    private final GivenValues given;

    Reading(List<Fault> faults) {
      this.faults = faults;
      this.given = values(faults);
    }

    void states(IncidentSearch search) {
      states("state", search.state, IncidentFacets.STATE);
      states("origin", search.origin, stateRole("origin"));
      states("requesting", search.requesting, stateRole("requesting"));
      states("host", search.host, stateRole("host"));
      states("placeOfAct", search.placeOfAct, stateRole("place-of-act"));
      states("transit", search.transit, stateRole("transit"));
      states("coOperating", search.coOperating, stateRole("co-operating"));
    }

    private void states(String parameter, @Nullable List<String> values, String facet) {
      add(facet, given.states(parameter, values));
    }

    /** Tactic and completion together are asked of one act. */
    void acts(IncidentSearch search) {
      var tactics = given.codes("tactic", search.tactic, "tactic");
      var completions = given.codes("completion", search.completion, "completion");
      if (tactics.isEmpty() || completions.isEmpty()) {
        add(IncidentFacets.TACTIC, tactics);
        add(IncidentFacets.COMPLETION, completions);
      } else {
        add(
            IncidentFacets.ACT,
            tactics.stream()
                .flatMap(t -> completions.stream().map(c -> IncidentFacets.act(t, c)))
                .toList());
      }
    }

    void codes(String parameter, @Nullable List<String> values, String scheme, String facet) {
      add(facet, given.codes(parameter, values, scheme));
    }

    void parties(String parameter, @Nullable List<String> values, String facet) {
      add(facet, given.parties(parameter, values));
    }

    void references(@Nullable List<String> values) {
      var checked =
          given.checked(
              "reference",
              values,
              text -> Reference.parse(text).isPresent(),
              "invalid-format",
              "A reference with its check character");
      add(
          IncidentFacets.REFERENCE,
          checked.stream().map(text -> Reference.parse(text).orElseThrow().toString()).toList());
    }

    void texts(
        String parameter, @Nullable List<String> values, String facet, UnaryOperator<String> fold) {
      add(facet, given.texts(parameter, values, fold));
    }

    void ongoing(@Nullable String value) {
      var values = value == null ? null : List.of(value);
      add(
          IncidentFacets.ONGOING,
          given.checked(
              "ongoing",
              values,
              Set.of("true", "false")::contains,
              "invalid-format",
              "true or false"));
    }

    void words(@Nullable String q) {
      if (q == null) {
        return;
      }
      var words = GivenValues.isText(q) ? SearchWords.of(q) : Set.<String>of();
      if (words.isEmpty() || words.size() > MAX_WORDS) {
        faults.add(
            new Fault(
                "invalid-format", "q", "One to 20 words, in up to 300 characters, are expected."));
        return;
      }
      words.forEach(word -> add(IncidentFacets.WORD, List.of(word)));
    }

    @Nullable Period period(@Nullable String text, @Nullable String match) {
      if (match != null && !Set.of("overlaps", "within").contains(match)) {
        faults.add(new Fault("unknown-code", "periodMatch", "overlaps or within is expected."));
      }
      if (text == null) {
        return null;
      }
      try {
        var edtf = Edtf.parse(text);
        var earliest = edtf.earliest();
        var latest = edtf.latest();
        return new Period(
            earliest == null ? Edtf.FIRST_DAY : earliest,
            latest == null ? Edtf.LAST_DAY : latest,
            "within".equals(match));
      } catch (EdtfException e) {
        faults.add(new Fault("invalid-date", "period", e.detail()));
        return null;
      }
    }

    @Nullable Instant instant(@Nullable String text) {
      if (text == null || Lexical.INSTANT.accepts(text)) {
        return text == null ? null : Instant.parse(text);
      }
      faults.add(
          new Fault(
              "invalid-format", "updatedSince", Lexical.INSTANT.sentence() + " is expected."));
      return null;
    }

    private void add(String facet, List<String> values) {
      if (!values.isEmpty()) {
        facets.add(new FacetFilter(facet, values));
      }
    }
  }
}
