package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.cases.pattern.Lineage.Stage;
import org.tnregistry.cases.pattern.Lineage.Through;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.document.Act;
import org.tnregistry.incident.document.Actor;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;

/** A proceeding with the incident it stands in. */
record Instrument(CaseMember member, Proceeding proceeding) {
  static final Comparator<Instrument> ORDER = comparing(Instrument::part);

  /** What somebody can use without a state that asks. */
  private static final Set<String> WITHOUT_STATE =
      Set.of(
          "civil-suit",
          "asset-freeze",
          "interpol-red-notice",
          "interpol-diffusion",
          "wanted-listing");

  private static final Set<String> NOTICES =
      Set.of("interpol-red-notice", "interpol-diffusion", "wanted-listing");
  private static final Set<String> SUITS = Set.of("civil-suit", "asset-freeze");
  private static final Set<String> DOMESTIC = Set.of("criminal-investigation", "criminal-trial");
  private static final Set<String> EXECUTIONS = Set.of("executed", "partly-executed");

  Part part() {
    return member.part("proceedings", proceeding.id());
  }

  UUID incident() {
    return member.incident();
  }

  SortedSet<String> caseNumbers() {
    var numbers = new TreeSet<String>();
    CaseMember.list(proceeding.caseNumbers())
        .forEach(n -> numbers.add(IncidentFacets.caseNumber(n.number())));
    numbers.remove("");
    return numbers;
  }

  /**
   * Whether it is used against the target. What a host state does itself, such as trying those who
   * watched the target, and what the target brings, such as a complaint, is not.
   */
  boolean isUsedAgainstTarget() {
    var state = proceeding.requestingState();
    return state == null
        ? WITHOUT_STATE.contains(proceeding.type()) && !acts().isEmpty()
        : !StateReaction.isHost(member, state);
  }

  /** Those done by it. */
  private List<Act> acts() {
    return member.acts().stream()
        .filter(a -> CaseMember.list(a.proceedings()).contains(proceeding.id()))
        .toList();
  }

  /** The parties that use it. A state stands behind all of a case, and ties nothing. */
  SortedSet<UUID> users() {
    var users = new TreeSet<UUID>();
    acts().stream()
        .flatMap(a -> member.actorsOf(a).stream())
        .filter(a -> !a.kind().equals("state"))
        .map(Actor::party)
        .filter(Objects::nonNull)
        .forEach(p -> users.add(UUID.fromString(p)));
    return users;
  }

  /** Itself, and what was executed of it. */
  List<Stage> stages(String tie, String strength, @Nullable Through through) {
    var stages = new ArrayList<Stage>();
    stages.add(stage(stage(), part(), firstDate(), tie, strength, through));
    var milestones = CaseMember.list(proceeding.milestones());
    for (int i = 0; i < milestones.size(); i++) {
      if (EXECUTIONS.contains(milestones.get(i).type())) {
        stages.add(
            stage(
                "execution",
                member.milestone(proceeding, i),
                milestones.get(i).date(),
                tie,
                strength,
                through));
      }
    }
    return stages;
  }

  private Stage stage(
      String stage,
      Part rests,
      @Nullable String date,
      String tie,
      String strength,
      @Nullable Through through) {
    return new Stage(
        stage,
        rests,
        proceeding.type(),
        proceeding.requestingState(),
        proceeding.requestedState(),
        date,
        Days.of(date),
        tie,
        strength,
        through);
  }

  private String stage() {
    var type = proceeding.type();
    if (DOMESTIC.contains(type)) {
      return "domestic-proceeding";
    }
    if (NOTICES.contains(type)) {
      return "notice";
    }
    if (SUITS.contains(type)) {
      return "suit";
    }
    return Requests.TYPES.contains(type) ? "request" : "other";
  }

  private @Nullable String firstDate() {
    return CaseMember.list(proceeding.milestones()).stream()
        .map(Milestone::date)
        .filter(d -> Days.of(d) != null)
        .min(Days.<String>byDay(Instrument::day))
        .orElse(null);
  }

  private static @Nullable LocalDate day(String date) {
    return Days.of(date);
  }
}
