package org.tnregistry.incident.finding;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Finding;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.date.Edtf;

/**
 * A finding with the incident it stands in.
 *
 * @param id the local id in its incident
 * @param date EDTF
 * @param held all that the body held
 * @param proceedings local ids in its incident
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "FindingStatement")
public record FindingStatement(
    @Schema(required = true) UUID incident,
    @Schema(required = true, examples = "f1") String id,
    @Schema(required = true) Map<String, String> body,
    @Schema(required = true, examples = "court") String bodyKind,
    @Nullable String date,
    @Nullable List<String> held,
    @Nullable List<String> provisions,
    @Nullable List<String> proceedings,
    @Nullable Map<String, String> description,
    @Nullable List<String> sources) {

  /** By the first day a date can lie on, what has none last; then by place. */
  static final Comparator<FindingStatement> CHRONOLOGICAL =
      comparing(FindingStatement::day, nullsLast(naturalOrder()))
          .thenComparing(FindingStatement::incident)
          .thenComparing(FindingStatement::id);

  /** The findings of an incident, as they stand in its document. */
  public static List<FindingStatement> of(UUID incident, IncidentDocument document) {
    var findings = document.findings();
    return findings == null ? List.of() : findings.stream().map(f -> of(incident, f)).toList();
  }

  private static FindingStatement of(UUID incident, Finding finding) {
    return new FindingStatement(
        incident,
        finding.id(),
        finding.body(),
        finding.bodyKind(),
        finding.date(),
        finding.held(),
        finding.provisions(),
        finding.proceedings(),
        finding.description(),
        finding.sources());
  }

  private @Nullable LocalDate day() {
    return date == null ? null : Edtf.parse(date).day();
  }
}
