package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

  /** Those in most incidents first. */
  static List<RecurringActor> of(List<CaseMember> members) {
    var byParty = new TreeMap<UUID, List<Appearance>>();
    for (var member : members) {
      for (var actor : member.actors()) {
        if (actor.party() != null) {
          var acts =
              member.acts().stream()
                  .filter(a -> CaseMember.list(a.actors()).contains(actor.id()))
                  .map(a -> member.part("acts", a.id()))
                  .sorted()
                  .toList();
          byParty
              .computeIfAbsent(UUID.fromString(actor.party()), p -> new ArrayList<>())
              .add(
                  new Appearance(
                      member.part("actors", actor.id()),
                      actor.kind(),
                      actor.state(),
                      CaseMember.list(actor.involvement()),
                      acts));
        }
      }
    }
    return byParty.entrySet().stream()
        .map(e -> new RecurringActor(e.getKey(), count(e.getValue()), sorted(e.getValue())))
        .filter(a -> a.incidents() > 1)
        .sorted(
            comparing(RecurringActor::incidents).reversed().thenComparing(RecurringActor::party))
        .toList();
  }

  private static int count(List<Appearance> appearances) {
    return (int) appearances.stream().map(a -> a.rests().incident()).distinct().count();
  }

  private static List<Appearance> sorted(List<Appearance> appearances) {
    return appearances.stream().sorted(comparing(Appearance::rests)).toList();
  }
}
