package org.tnregistry.incident.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tnregistry.bench.IncidentGenerator;
import org.tnregistry.bench.LoadedRegistry;
import org.tnregistry.bench.Plan;
import org.tnregistry.taxonomy.Taxonomies;

/** What the generated registry is asked, written as in an address: {@code origin=KZ&host=BE}. */
final class Questions {
  /** By filter: frequent values first, rare ones next, absent ones last. */
  private static final List<String> ONE_FILTER =
      List.of(
          "reference=?rare",
          "externalId=case-77,none",
          "state=CN,KP,BR",
          "origin=CN,KZ,KP,BR",
          "requesting=CN,KP,BR",
          "host=TR,IS,BR",
          "placeOfAct=TR,IS,BR",
          "transit=TR,IS,BR",
          "coOperating=TR,IS,BR",
          "tactic=co-opted-state,spyware,bounty,lobbying-of-host-institutions",
          "completion=completed,unknown",
          "target=?frequent,?rare,00000000-0000-4000-8000-000000000000",
          "targetCategory=political-opponent,academic-or-student,religious-figure",
          "protectionStatus=asylum-seeker,subsidiary-protection,humanitarian-visa",
          "actor=?frequent,?rare,00000000-0000-4000-8000-000000000000",
          "actorKind=state-organ,bank,criminal-group",
          "proceedingType=extradition-request,un-procedure,asylum-revocation",
          "proceedingStatus=open,convicted,acquitted",
          "caseNumber=Case CN-1,?rare,none",
          "sourceType=press-article,leaked-document,interview",
          "sourcePublisher=Publisher 1,Publisher 400,Nobody",
          "sourceUrl=https://example.org/reports/77-1,https://example.org/none",
          "period=2024,2003-05,1992-03,1950",
          "ongoing=true,false",
          "verification=credible,refuted",
          "owner=bench-1,bench-6,nobody",
          "status=recorded,merged",
          "updatedSince=2021-06-01T00:00:00Z,2026-11-01T00:00:00Z,2027-01-01T00:00:00Z",
          "q=?frequent,?rare,nonesuch");

  private static final List<String> COMBINED =
      List.of(
          "",
          "origin=CN&host=TR",
          "origin=CN&host=KG",
          "origin=CN&requesting=RU",
          "origin=KP&host=IS",
          "origin=CN&caseNumber=Case CN-1",
          "origin=KZ&tactic=co-opted-state&status=recorded",
          "origin=KZ&host=BE&targetCategory=lawyer",
          "origin=CN&origin=RU&origin=TR&origin=IR&status=recorded",
          "tactic=co-opted-state&completion=completed",
          "tactic=spyware&completion=threatened",
          "period=2003-05&periodMatch=within",
          "period=2024&periodMatch=within&origin=CN",
          "period=2003-05&origin=KZ",
          "ongoing=true&status=recorded",
          "updatedSince=2026-11-01T00:00:00Z&origin=CN",
          "verification=refuted&status=merged&origin=CN",
          "state=CN&origin=CN&tactic=co-opted-state&completion=completed&status=recorded"
              + "&actorKind=state-organ&verification=credible&ongoing=false&period=2000/2026");

  private static final Map<String, String> SAMPLED =
      Map.of(
          "reference",
          "reference",
          "target",
          "target",
          "actor",
          "actor",
          "caseNumber",
          "case-number",
          "q",
          "word");

  /** The agency that owns most, and one that owns little. */
  static final List<UUID> VIEWERS =
      List.of(IncidentGenerator.owners().get(0).id(), IncidentGenerator.owners().get(5).id());

  private static final FilterReader READER = new FilterReader(new Taxonomies(), () -> true);

  private Questions() {}

  static Stream<String> all() {
    return Stream.concat(ONE_FILTER.stream().flatMap(Questions::each), COMBINED.stream());
  }

  private static Stream<String> each(String line) {
    var filter = line.substring(0, line.indexOf('='));
    return Arrays.stream(line.substring(filter.length() + 1).split(",", -1))
        .map(value -> filter + "=" + (value.startsWith("?") ? sampled(filter, value) : value));
  }

  private static String sampled(String filter, String which) {
    var sql =
        """
        SELECT value FROM incident_facet WHERE facet = '%s' AND owner = '%s'
        GROUP BY value ORDER BY count(*) %s, value LIMIT 1
        """
            .formatted(SAMPLED.get(filter), VIEWERS.get(0), which.equals("?rare") ? "ASC" : "DESC");
    try (var connection = LoadedRegistry.superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static IncidentFilter filter(String question) {
    var values = new HashMap<String, List<String>>();
    for (var part : question.isEmpty() ? new String[0] : question.split("&", -1)) {
      var name = part.substring(0, part.indexOf('='));
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(part.substring(name.length() + 1));
    }
    var search = new IncidentSearch();
    values.forEach(
        (name, given) -> {
          try {
            var field = IncidentSearch.class.getDeclaredField(name);
            field.set(search, field.getType() == String.class ? given.get(0) : given);
          } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name, e);
          }
        });
    return READER.read(search);
  }

  static Plan explained(UUID viewer, Query query) throws SQLException {
    try (var connection = LoadedRegistry.asking(viewer);
        var statement =
            new Query(Plan.EXPLAIN + query.sql(), query.parameters()).prepare(connection)) {
      return Plan.of(statement);
    }
  }

  static long number(UUID viewer, Query query) throws SQLException {
    try (var connection = LoadedRegistry.asking(viewer);
        var statement = query.prepare(connection);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * How many of the incidents that reach a viewer have each of the facets asked for, taken alone;
   * those included that are barred.
   */
  static List<Long> sizes(UUID viewer, IncidentFilter filter) throws SQLException {
    var sizes = new ArrayList<Long>();
    try (var connection = LoadedRegistry.superuser();
        var statement =
            connection.prepareStatement(
                """
                SELECT count(DISTINCT incident) FROM incident_facet
                WHERE facet = ? AND value = ANY (?) AND (owner = ?
                  OR reach = ANY ((SELECT reaches_of(principals_of(?)))::int[]))
                """)) {
      for (var facet : filter.facets()) {
        statement.setString(1, facet.facet());
        statement.setArray(2, connection.createArrayOf("text", facet.values().toArray()));
        statement.setObject(3, viewer);
        statement.setObject(4, viewer);
        try (var row = statement.executeQuery()) {
          row.next();
          sizes.add(row.getLong(1));
        }
      }
    }
    return sizes;
  }

  /**
   * The incidents that reach a viewer, those included that are barred: a walk along an index passes
   * them.
   */
  static long reaching(UUID viewer) throws SQLException {
    try (var connection = LoadedRegistry.superuser();
        var statement =
            connection.prepareStatement(
                """
                SELECT count(*) FROM incident
                WHERE owner = ? OR reach = ANY ((SELECT reaches_of(principals_of(?)))::int[])
                """)) {
      statement.setObject(1, viewer);
      statement.setObject(2, viewer);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
