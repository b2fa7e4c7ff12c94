package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.cases.pattern.Lineage.Stage;
import org.tnregistry.cases.pattern.Lineage.Through;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.document.Milestone;
import org.tnregistry.incident.document.Proceeding;

/**
 * A proceeding with the incident it stands in.
 *
 * @param isDone whether acts are done by it
 * @param users the parties that use it. A state stands behind all of a case, and ties nothing
 */
record Instrument(CaseMember member, Proceeding proceeding, boolean isDone, SortedSet<UUID> users) {
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

  static List<Instrument> of(CaseMember member) {
    var parties = parties(member);
    var done = new HashSet<String>();
    var users = new HashMap<String, Set<UUID>>();
    for (var act : member.acts()) {
      var acting = new HashSet<UUID>();
      CaseMember.list(act.actors())
          .forEach(id -> Optional.ofNullable(parties.get(id)).ifPresent(acting::add));
      for (var proceeding : CaseMember.list(act.proceedings())) {
        done.add(proceeding);
        users.computeIfAbsent(proceeding, p -> new HashSet<>()).addAll(acting);
      }
    }
    return member.proceedings().stream()
        .map(
            p ->
                new Instrument(
                    member,
                    p,
                    done.contains(p.id()),
                    new TreeSet<>(users.getOrDefault(p.id(), Set.of()))))
        .toList();
  }

  /** By local id of the actor. */
  private static Map<String, UUID> parties(CaseMember member) {
    var parties = new HashMap<String, UUID>();
    for (var actor : member.actors()) {
      if (actor.party() != null && !actor.kind().equals("state")) {
        parties.put(actor.id(), UUID.fromString(actor.party()));
      }
    }
    return parties;
  }

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
        ? WITHOUT_STATE.contains(proceeding.type()) && isDone
        : !StateReaction.isHost(member, state);
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
