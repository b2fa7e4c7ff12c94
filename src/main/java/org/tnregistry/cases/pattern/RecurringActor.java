package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Act;
import org.tnregistry.incident.document.Actor;
import org.tnregistry.shared.paging.Room;

/**
 * A party that acts in two or more incidents. Who has no party id is matched with nobody.
 *
 * @param party its id
 * @param incidents in how many
 */
@Schema(name = "PatternActor")
public record RecurringActor(
    @Schema(required = true) UUID party,
    @Schema(required = true) int incidents,
    @Schema(required = true) List<Appearance> appearances) {

  /**
   * One actor of one incident that is the party.
   *
   * @param acts those it is named in
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PatternAppearance")
  public record Appearance(
      @Schema(required = true) Part rests,
      @Schema(required = true, examples = "bank") String kind,
      @Nullable String state,
      @Schema(required = true) List<String> involvement,
      @Schema(required = true) List<Part> acts) {}

  /** How many actors and acts are named, of all parties together. */
  static final int MOST_PARTS = 20_000;

  /** An actor that is a party, with the acts it is named in. */
  private record Acting(CaseMember member, Actor actor, List<Act> acts) {
    static Stream<Acting> in(CaseMember member) {
      var acts = new HashMap<String, List<Act>>();
      for (var act : member.acts()) {
        new HashSet<>(CaseMember.list(act.actors()))
            .forEach(id -> acts.computeIfAbsent(id, a -> new ArrayList<>()).add(act));
      }
      return member.actors().stream()
          .filter(a -> a.party() != null)
          .map(a -> new Acting(member, a, acts.getOrDefault(a.id(), List.of())));
    }

    UUID party() {
      return UUID.fromString(Objects.requireNonNull(actor.party()));
    }

    Part part() {
      return member.part("actors", actor.id());
    }

    Appearance appearance() {
      return new Appearance(
          part(),
          actor.kind(),
          actor.state(),
          CaseMember.list(actor.involvement()),
          acts.stream().map(a -> member.part("acts", a.id())).sorted().toList());
    }
  }

  /**
   * Those in most incidents first; of the last one that finds room not all appearances.
   *
   * @param whenCut told when something was left out
   */
  static List<RecurringActor> of(List<CaseMember> members, Runnable whenCut) {
    var byParty =
        members.stream()
            .flatMap(Acting::in)
            .collect(Collectors.groupingBy(Acting::party, TreeMap::new, Collectors.toList()));
    var room = new Room(MOST_PARTS);
    var recurring =
        byParty.entrySet().stream()
            .filter(e -> count(e.getValue()) > 1)
            .sorted(
                comparing((Map.Entry<UUID, List<Acting>> e) -> count(e.getValue()))
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .map(
                e -> new RecurringActor(e.getKey(), count(e.getValue()), first(e.getValue(), room)))
            .takeWhile(a -> !a.appearances().isEmpty())
            .toList();
    if (room.isFull()) {
      whenCut.run();
    }
    return recurring;
  }

  private static int count(List<Acting> of) {
    return (int) of.stream().map(a -> a.member().incident()).distinct().count();
  }

  private static List<Appearance> first(List<Acting> of, Room room) {
    return of.stream()
        .sorted(comparing(Acting::part))
        .takeWhile(a -> room.takes(1 + a.acts().size()))
        .map(Acting::appearance)
        .toList();
  }
}
