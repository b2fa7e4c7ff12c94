package org.tnregistry.incident;

import static org.tnregistry.incident.IncidentFacets.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Act;
import org.tnregistry.incident.document.CaseNumber;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.incident.document.Place;

/**
 * An incident as a list shows it. Stored beside the document when that is written.
 *
 * @param earliest first day the period can lie on; absent when open or unknown
 * @param latest last day the period can lie on; absent when open or unknown
 * @param point generalised, never the point that was recorded; absent when nothing finer than a
 *     country is known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "IncidentSummary")
public record IncidentSummary(
    @Schema(required = true, examples = "5a0c3b0e-3b0e-4b0e-8b0e-3b0e4b0e8b0e") UUID id,
    String reference,
    String owner,
    String status,
    Integer revision,
    Map<String, String> title,
    @Nullable String period,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    @Schema(description = "Whether the period is open at its end") Boolean ongoing,
    @Nullable String verification,
    @Nullable List<SummarisedRole> stateRoles,
    @Nullable List<SummarisedAct> acts,
    @Nullable List<String> targetCategories,
    @Nullable List<SummarisedProceeding> proceedings,
    @Nullable GeneralisedPoint point,
    @Nullable Instant recordedAt,
    Instant updatedAt,
    String self) {

  /** A state in one of its roles. */
  @Schema(name = "SummarisedRole")
  public record SummarisedRole(
      @Schema(required = true) String role, @Schema(required = true) String state) {}

  /** A tactic and how far it got. */
  @Schema(name = "SummarisedAct")
  public record SummarisedAct(
      @Schema(required = true) String tactic, @Schema(required = true) String completion) {}

  /** A proceeding with its computed status. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "SummarisedProceeding")
  public record SummarisedProceeding(
      @Schema(required = true) String type,
      @Schema(required = true) String status,
      @Nullable List<String> caseNumbers) {}

  /**
   * WGS 84, rounded to a grid: a tenth of a degree (about 11 km) where a locality is known, a whole
   * degree where a subdivision is.
   */
  @Schema(name = "GeneralisedPoint")
  public record GeneralisedPoint(
      @Schema(required = true) BigDecimal latitude,
      @Schema(required = true) BigDecimal longitude,
      @Schema(required = true) String precision) {}

  /** For the owner. */
  static IncidentSummary of(
      IncidentEntity i, String owner, IncidentDocument document, LocalDate today) {
    return of(i, owner, document, today, i.revision, i.updatedAt);
  }

  /**
   * For all others.
   *
   * @param shared the document without its marked parts
   */
  static IncidentSummary shared(
      IncidentEntity i, String owner, IncidentDocument shared, LocalDate today) {
    return of(i, owner, shared, today, i.sharedRevision, i.sharedAt);
  }

  private static IncidentSummary of(
      IncidentEntity i,
      String owner,
      IncidentDocument document,
      LocalDate today,
      int revision,
      Instant updatedAt) {
    var bounds = Bounds.of(document.period());
    return new IncidentSummary(
        i.id,
        i.reference,
        owner,
        i.status.code(),
        revision,
        document.title(),
        document.period(),
        bounds.earliest(),
        bounds.latest(),
        bounds.ongoing(),
        document.verification(),
        list(document.stateRoles()).stream()
            .map(r -> new SummarisedRole(r.role(), r.state()))
            .distinct()
            .toList(),
        list(document.acts()).stream()
            .map(a -> new SummarisedAct(a.tactic(), a.completion()))
            .distinct()
            .toList(),
        list(document.targets()).stream()
            .flatMap(t -> list(t.categories()).stream())
            .distinct()
            .sorted()
            .toList(),
        list(document.proceedings()).stream()
            .map(
                p ->
                    new SummarisedProceeding(
                        p.type(),
                        ProceedingState.of(p, today).status(),
                        list(p.caseNumbers()).stream().map(CaseNumber::number).toList()))
            .toList(),
        point(document).orElse(null),
        i.recordedAt,
        updatedAt,
        "/v1/incidents/" + i.id);
  }

  private static Optional<GeneralisedPoint> point(IncidentDocument document) {
    return Stream.concat(
            list(document.places()).stream(),
            list(document.acts()).stream().map(Act::place).flatMap(Stream::ofNullable))
        .map(IncidentSummary::generalised)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<GeneralisedPoint> generalised(Place place) {
    var point = place.point();
    if (point == null) {
      return Optional.empty();
    }
    return switch (place.precision()) {
      case "exact", "locality" ->
          Optional.of(rounded(point.latitude(), point.longitude(), 1, "locality"));
      case "subdivision" ->
          Optional.of(rounded(point.latitude(), point.longitude(), 0, "subdivision"));
      default -> Optional.empty();
    };
  }

  private static GeneralisedPoint rounded(
      BigDecimal latitude, BigDecimal longitude, int decimals, String precision) {
    return new GeneralisedPoint(
        latitude.setScale(decimals, RoundingMode.HALF_EVEN),
        longitude.setScale(decimals, RoundingMode.HALF_EVEN),
        precision);
  }
}
