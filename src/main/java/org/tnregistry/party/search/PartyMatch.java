package org.tnregistry.party.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.party.names.NameMatch;

/**
 * A party that may be the one that is looked for.
 *
 * @param owner handle of the agency that registered it
 * @param match whether the score reaches the threshold
 * @param compared the names themselves; for those whose identity the caller may read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartyMatch")
record PartyMatch(
    @Schema(required = true) UUID party,
    @Schema(required = true) String reference,
    @Schema(required = true) String owner,
    @Schema(required = true) String kind,
    @Schema(required = true, minimum = "0", maximum = "1") double score,
    @Schema(required = true) boolean match,
    @Schema(required = true) NameScore name,
    @Schema(required = true) BirthScore birth,
    @Nullable Compared compared) {

  /**
   * How far the names agree.
   *
   * @param agreement of the words that have a counterpart
   * @param coverage how much of the longer name has a counterpart
   * @param rules that made words meet
   */
  @Schema(name = "NameScore")
  record NameScore(
      @Schema(required = true) double score,
      @Schema(required = true) double agreement,
      @Schema(required = true) double coverage,
      @Schema(required = true) List<String> rules) {
    static NameScore of(NameMatch m) {
      return new NameScore(
          rounded(m.score()),
          rounded(m.agreement()),
          rounded(m.coverage()),
          m.words().stream().map(w -> w.rule().code()).distinct().toList());
    }
  }

  /**
   * What the year of birth does to the score.
   *
   * @param factor by which the score of the name is multiplied
   * @param rule same, near, different, or unknown
   */
  @Schema(name = "BirthScore")
  record BirthScore(@Schema(required = true) double factor, @Schema(required = true) String rule) {}

  /** The two names, as they are written and in Latin letters, and which of their words met. */
  @Schema(name = "ComparedNames")
  record Compared(
      @Schema(required = true) String asked,
      @Schema(required = true) String askedInLatin,
      @Schema(required = true) String stored,
      @Schema(required = true) String storedInLatin,
      @Schema(required = true) List<ComparedWord> words) {
    static Compared of(NameMatch m) {
      return new Compared(
          m.asked().given(),
          m.asked().latin(),
          m.stored().given(),
          m.stored().latin(),
          m.words().stream()
              .map(
                  w -> new ComparedWord(w.asked(), w.stored(), rounded(w.score()), w.rule().code()))
              .toList());
    }
  }

  /** Two words that were taken for one. */
  @Schema(name = "ComparedWord")
  record ComparedWord(
      @Schema(required = true) String asked,
      @Schema(required = true) String stored,
      @Schema(required = true) double score,
      @Schema(required = true) String rule) {}

  /**
   * The candidates, best first.
   *
   * @param threshold from which score on one counts as a match
   * @param cutoff below which score none is told
   */
  @Schema(name = "PartyMatches")
  record PartyMatches(
      @Schema(required = true) double threshold,
      @Schema(required = true) double cutoff,
      @Schema(required = true) List<PartyMatch> items) {}

  /** Three digits: more would suggest a precision that there is not. */
  static double rounded(double score) {
    return Math.round(score * 1_000) / 1_000.0;
  }
}
