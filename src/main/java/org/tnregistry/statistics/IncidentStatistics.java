package org.tnregistry.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.search.IncidentCounts;

/**
 * Counts of incidents. An incident with two values of a dimension counts in both cells, so that
 * cells may add up to more than the total.
 *
 * @param unit what is counted
 * @param total incidents that match, each once
 */
@Schema(name = "IncidentStatistics")
record IncidentStatistics(
    @Schema(required = true, examples = "incidents") String unit,
    @Schema(required = true) List<String> groupBy,
    @Schema(required = true) long total,
    @Schema(required = true) List<Cell> cells) {

  /**
   * One cell.
   *
   * @param values by dimension; null where incidents state none
   */
  @Schema(name = "StatisticsCell")
  record Cell(
      @Schema(required = true, implementation = StatedValues.class)
          Map<String, @Nullable String> values,
      @Schema(required = true) long count) {}

  @Schema(name = "StatedValues", type = SchemaType.OBJECT, additionalProperties = StatedValue.class)
  private interface StatedValues {}

  /** Null where incidents state none. */
  @Schema(name = "StatedValue", type = SchemaType.STRING, nullable = true)
  private interface StatedValue {}

  static IncidentStatistics of(
      List<Dimension> dimensions, long total, List<IncidentCounts.Cell> counted) {
    var codes = dimensions.stream().map(Dimension::code).toList();
    return new IncidentStatistics(
        "incidents", codes, total, counted.stream().map(c -> cell(codes, c)).toList());
  }

  private static Cell cell(List<String> codes, IncidentCounts.Cell counted) {
    var values = new LinkedHashMap<String, @Nullable String>();
    for (int i = 0; i < codes.size(); i++) {
      values.put(codes.get(i), counted.values().get(i));
    }
    return new Cell(values, counted.count());
  }
}
