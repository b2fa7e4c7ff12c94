package org.tnregistry.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tnregistry.bench.GeneratedIncident;
import org.tnregistry.incident.IncidentFacets.Facet;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.taxonomy.Taxonomies;

/**
 * What the database holds of a generated incident, derived by the code that serves real ones.
 *
 * @param columns those of the table incident, in the order of {@link #COLUMNS}
 */
public record IncidentRow(
    List<Object> columns,
    Set<Facet> facets,
    List<Object[]> proceedings,
    List<Object[]> proceedingKeys,
    String document) {
  public static final String COLUMNS =
      "id, reference, owner, status, revision, schema_version, document, summary, earliest, latest,"
          + " created_at, created_by, updated_at, amended_by, submitted_by, recorded_at,"
          + " reach, bars, shared_revision, shared_at, shared_summary, proceedings_revision";
  public static final String PROCEEDING_COLUMNS =
      "incident, proceeding, owner, reach, bars, type, requesting_state, requested_state, status,"
          + " open_since, ended_since, hearing, hearings_postponed, last_milestone,"
          + " last_milestone_date, case_numbers";
  public static final String KEY_COLUMNS = "incident, proceeding, facet, value, owner, reach, bars";

  private static final String PERSON = "officer";

  /**
   * @param reach whom it is shared with; 0 for nobody
   */
  public static IncidentRow of(
      GeneratedIncident generated, Taxonomies taxonomies, LocalDate today, int reach, int bars)
      throws JsonProcessingException {
    var entity = new IncidentEntity();
    entity.id = generated.id();
    entity.reference = generated.reference();
    entity.status = IncidentStatus.of(generated.status());
    entity.revision = generated.revisions();
    entity.recordedAt = generated.recordedAt();
    entity.updatedAt = generated.updatedAt();
    var document = generated.document();
    var facets = IncidentFacets.of(document, entity.status, taxonomies, today);
    facets.add(new IncidentFacets.Facet(IncidentFacets.REFERENCE, entity.reference));
    var rows = ProceedingRows.of(document, Map.of(), reach, today);
    var bounds = Bounds.of(document.period());
    var mapper = StrictJson.mapper();
    var json = mapper.writeValueAsString(document);
    var summary =
        mapper.writeValueAsString(
            IncidentSummary.of(entity, generated.owner().handle(), document, today));
    return new IncidentRow(
        Arrays.asList(
            entity.id,
            entity.reference,
            generated.owner().id(),
            entity.status,
            entity.revision,
            IncidentChecks.SCHEMA_VERSION,
            json,
            summary,
            bounds.earliestOrPast(),
            bounds.latestOrFuture(),
            generated.createdAt(),
            PERSON,
            generated.updatedAt(),
            PERSON,
            PERSON,
            generated.recordedAt(),
            reach,
            bars,
            reach == 0 ? 0 : 1,
            reach == 0 ? null : generated.updatedAt(),
            reach == 0 ? null : summary,
            entity.revision),
        facets,
        rows.proceedings().stream().map(p -> columns(generated, p, bars)).toList(),
        rows.keys().stream().map(k -> columns(generated, k, bars)).toList(),
        json);
  }

  private static Object[] columns(GeneratedIncident of, ProceedingRows.Row p, int bars) {
    return new Object[] {
      of.id(),
      p.proceeding(),
      of.owner().id(),
      p.reach(),
      bars,
      p.type(),
      p.requestingState(),
      p.requestedState(),
      p.status(),
      p.openSince(),
      p.endedSince(),
      p.hearing(),
      p.hearingsPostponed(),
      p.lastMilestone(),
      p.lastMilestoneDate(),
      "{\"" + String.join("\",\"", p.caseNumbers()) + "\"}"
    };
  }

  private static Object[] columns(GeneratedIncident of, ProceedingRows.Key k, int bars) {
    return new Object[] {
      of.id(), k.proceeding(), k.facet(), k.value(), of.owner().id(), k.reach(), bars
    };
  }
}
