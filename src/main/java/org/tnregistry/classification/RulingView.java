package org.tnregistry.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Requirement;
import org.tnregistry.definition.rule.Ruling;
import org.tnregistry.definition.rule.Way;

/** A verdict and why. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Ruling")
record RulingView(
    @Schema(
            required = true,
            examples = "qualifies",
            enumeration = {"qualifies", "does-not-qualify", "undetermined"})
        String verdict,
    @Nullable @Schema(description = "The answers that decide, none of which can be left out")
        List<Need> decidedBy,
    @Nullable @Schema(description = "Other sets of answers that would decide by themselves")
        List<List<Need>> alsoDecidedBy,
    @Nullable
        @Schema(
            description =
                "While undetermined: the sets of answers each of which would make it qualify;"
                    + " absent when nothing can")
        List<List<Need>> toQualify,
    @Nullable
        @Schema(
            description =
                "While undetermined: the sets of answers each of which would make it not qualify;"
                    + " absent when nothing can")
        List<List<Need>> notToQualify) {

  /** What the answer to one element is, or has to be. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ElementNeed")
  record Need(
      @Schema(required = true, examples = "state-nexus") String element,
      @Nullable @Schema(description = "One of these") List<String> is,
      @Nullable @Schema(description = "At least one of each list") List<List<String>> includesAny,
      @Nullable @Schema(description = "None of these") List<String> includesNone) {

    static Need of(String element, Requirement requirement) {
      if (requirement instanceof Requirement.Levels levels) {
        return new Need(element, levels.levels(), null, null);
      }
      if (requirement instanceof Requirement.Codes codes) {
        return new Need(element, null, codes.anyOf(), codes.noneOf());
      }
      boolean met = ((Requirement.Only) requirement).finding() == Finding.MET;
      return new Need(element, List.of(met ? "met" : "not-met"), null, null);
    }
  }

  static RulingView of(Ruling ruling) {
    var verdict = ruling.verdict().code();
    if (ruling instanceof Ruling.Decided decided) {
      return new RulingView(
          verdict, needs(decided.decidedBy()), needs(decided.alsoDecidedBy()), null, null);
    }
    var open = (Ruling.Open) ruling;
    return new RulingView(verdict, null, null, needs(open.toQualify()), needs(open.notToQualify()));
  }

  private static List<List<Need>> needs(List<Way> ways) {
    return ways.stream().map(RulingView::needs).toList();
  }

  private static List<Need> needs(Way way) {
    return way.requirements().entrySet().stream()
        .map(r -> Need.of(r.getKey(), r.getValue()))
        .toList();
  }
}
