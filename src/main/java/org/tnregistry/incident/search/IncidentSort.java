package org.tnregistry.incident.search;

import java.util.Arrays;
import java.util.Optional;

/** The orders a list of incidents can have; the id decides between equals. */
enum IncidentSort {
  OCCURRENCE("occurrence", "earliest", "date", false),
  OCCURRENCE_DESCENDING("-occurrence", "earliest", "date", true),
  RECORDED("recorded", "recorded_at", "timestamptz", false),
  RECORDED_DESCENDING("-recorded", "recorded_at", "timestamptz", true),
  UPDATED("updated", "updated_at", "timestamptz", false),
  UPDATED_DESCENDING("-updated", "updated_at", "timestamptz", true);

  private final String parameter;
  private final String column;
  private final String type;
  private final boolean descending;

  IncidentSort(String parameter, String column, String type, boolean descending) {
    this.parameter = parameter;
    this.column = column;
    this.type = type;
    this.descending = descending;
  }

  static Optional<IncidentSort> of(String parameter) {
    return Arrays.stream(values()).filter(s -> s.parameter.equals(parameter)).findFirst();
  }

  String parameter() {
    return parameter;
  }

  /** By recording lists only what was recorded. */
  boolean recordedOnly() {
    return column.equals("recorded_at");
  }

  String key(IncidentSql.Side side) {
    return column.equals("updated_at") ? side.updated() : "i." + column;
  }

  String after(IncidentSql.Side side) {
    return "(" + key(side) + ", i.id) " + (descending ? "<" : ">") + " (?::" + type + ", ?::uuid)";
  }

  String orderBy(String key, String id) {
    var direction = descending ? " DESC" : "";
    return key + direction + ", " + id + direction;
  }
}
