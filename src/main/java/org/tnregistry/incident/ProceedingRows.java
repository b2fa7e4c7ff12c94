package org.tnregistry.incident;

import static org.tnregistry.incident.IncidentFacets.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.CaseNumber;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.incident.document.Markable;
import org.tnregistry.incident.document.Proceeding;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.date.Edtf;

/**
 * What the proceedings of an incident are found by across incidents, and what a list shows of them,
 * with whom each reaches. Pure.
 */
record ProceedingRows(List<Row> proceedings, Collection<Key> keys) {
  /**
   * A proceeding. Members are columns.
   *
   * @param openSince a distant day when unknown
   * @param hearing the next one on the day the row is made
   * @param lastHearing the last that stands, past or to come: until then the next one changes
   */
  record Row(
      String proceeding,
      int reach,
      String type,
      @Nullable String requestingState,
      @Nullable String requestedState,
      String status,
      LocalDate openSince,
      @Nullable LocalDate endedSince,
      @Nullable LocalDate hearing,
      @Nullable LocalDate lastHearing,
      int hearingsPostponed,
      @Nullable String lastMilestone,
      @Nullable String lastMilestoneDate,
      List<String> caseNumbers) {}

  /** One of several values of a proceeding. */
  record Key(String proceeding, String facet, String value, int reach) {}

  private record Place(String proceeding, String facet, String value) {}

  /**
   * @param reaches of the marked parts
   */
  static ProceedingRows of(
      IncidentDocument document, Map<String, Integer> reaches, int reach, LocalDate today) {
    var making = new Making(document, reaches, reach, today);
    list(document.proceedings()).forEach(making::add);
    return new ProceedingRows(
        making.rows,
        making.keys.entrySet().stream().map(k -> key(k.getKey(), k.getValue())).toList());
  }

  private static Key key(Place place, int reach) {
    return new Key(place.proceeding(), place.facet(), place.value(), reach);
  }

  private static final class Making {
    private final IncidentDocument document;
    private final Map<String, Integer> reaches;
    private final int reach;
    private final LocalDate today;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Place, Integer> keys = new HashMap<>();

    Making(IncidentDocument document, Map<String, Integer> reaches, int reach, LocalDate today) {
      this.document = document;
      this.reaches = reaches;
      this.reach = reach;
      this.today = today;
    }

    void add(Proceeding proceeding) {
      int reached = reachOf("proceedings", proceeding);
      rows.add(row(proceeding, reached));
      list(proceeding.caseNumbers())
          .forEach(
              n -> {
                var number = IncidentFacets.caseNumber(n.number());
                if (!number.isEmpty()) {
                  keys.put(new Place(proceeding.id(), IncidentFacets.CASE_NUMBER, number), reached);
                }
              });
      for (var target : list(document.targets())) {
        var party = target.party();
        if (party != null && list(proceeding.targets()).contains(target.id())) {
          keys.merge(
              new Place(proceeding.id(), IncidentFacets.TARGET, party),
              both(proceeding, target),
              this::either);
        }
      }
    }

    private Row row(Proceeding proceeding, int reached) {
      var state = ProceedingState.of(proceeding, today);
      var milestones = ProceedingState.inOrder(proceeding);
      var hearings = ProceedingHearings.of(proceeding);
      var last = milestones.isEmpty() ? null : milestones.get(milestones.size() - 1);
      return new Row(
          proceeding.id(),
          reached,
          proceeding.type(),
          proceeding.requestingState(),
          proceeding.requestedState(),
          state.status(),
          state.openSince() == null ? Edtf.LAST_DAY : state.openSince(),
          state.endedSince(),
          hearings.next(today).orElse(null),
          hearings.last().orElse(null),
          hearings.postponed(),
          last == null ? null : last.type(),
          last == null ? null : last.date(),
          list(proceeding.caseNumbers()).stream().map(CaseNumber::number).toList());
    }

    /** A marked part whose reach nobody settled is its owner's. */
    private int reachOf(String list, Markable part) {
      return part.handling() == null
          ? reach
          : reaches.getOrDefault(list + "/" + part.id(), Visibility.NOBODY);
    }

    /** Of those who see the proceeding and the target; nobody when that is no reach there is. */
    private int both(Proceeding proceeding, Markable target) {
      int one = reachOf("proceedings", proceeding);
      int other = reachOf("targets", target);
      if (one == other || target.handling() == null) {
        return one;
      }
      return proceeding.handling() == null ? other : Visibility.NOBODY;
    }

    /** Of two ways to one party. */
    private int either(int one, int other) {
      if (one == other) {
        return one;
      }
      return one == reach || other == reach ? reach : Visibility.NOBODY;
    }
  }
}
