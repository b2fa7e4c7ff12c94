package org.tnregistry.incident.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.paging.Room;

/**
 * What one finding answers to one question.
 *
 * @param finding its local id
 * @param holdings the codes that answer the question
 * @param answer yes, no, or divided where one finding holds both
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "FindingPosition")
public record FindingPosition(
    @Schema(required = true) UUID incident,
    @Schema(required = true, examples = "f1") String finding,
    @Schema(required = true) Map<String, String> body,
    @Schema(required = true, examples = "court") String bodyKind,
    @Nullable String date,
    @Schema(required = true, examples = "no") String answer,
    @Schema(required = true) List<String> holdings,
    @Nullable List<String> provisions) {

  /** About how long it is in an answer. A provision is told again with who cites it. */
  static long length(FindingStatement finding) {
    List<String> provisions = finding.provisions() == null ? List.of() : finding.provisions();
    return 300
        + Room.length(finding.body())
        + provisions.stream().mapToLong(p -> 100 + 2L * p.length()).sum();
  }

  static FindingPosition of(FindingStatement finding, FindingQuestion question) {
    return new FindingPosition(
        finding.incident(),
        finding.id(),
        finding.body(),
        finding.bodyKind(),
        finding.date(),
        question.answer(finding.held()).orElseThrow(),
        question.holdings(finding.held()),
        finding.provisions());
  }
}
