package org.tnregistry.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the server answered a statement, as EXPLAIN tells it. */
public final class Plan {
  /** Plans are deeper than any document may be. */
  private static final ObjectMapper PLANS = new ObjectMapper();

  /** What stands before a statement to be explained. The statement is executed. */
  public static final String EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ";

  /** Those that grow with the number of incidents. */
  private static final Set<String> LARGE =
      Set.of(
          "incident",
          "incident_facet",
          "incident_proceeding",
          "incident_proceeding_key",
          "incident_revision",
          "incident_external_id",
          "journal",
          "ledger_entry");

  private final JsonNode explained;
  private final List<JsonNode> scans = new ArrayList<>();

  private Plan(JsonNode explained) {
    this.explained = explained;
    collect(explained.path("Plan"));
  }

  /**
   * @param statement begins with {@link #EXPLAIN}
   */
  public static Plan of(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      rows.next();
      return new Plan(PLANS.readTree(rows.getString(1)).get(0));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void collect(JsonNode node) {
    if (LARGE.contains(node.path("Relation Name").asText())
        || node.path("Node Type").asText().equals("Bitmap Index Scan")) {
      scans.add(node);
    }
    node.path("Plans").forEach(this::collect);
  }

  public boolean scansATable() {
    return scans.stream().anyMatch(n -> n.path("Node Type").asText().equals("Seq Scan"));
  }

  /** Entries of indexes that were looked at; a search that finds nothing counts as one. */
  public long entriesVisited() {
    return scans.stream().mapToLong(Plan::visited).sum();
  }

  /** Rows of a table that were fetched, wanted or not, and not answered from an index alone. */
  public long rowsFetched(String table) {
    return scans.stream()
        .filter(n -> n.path("Relation Name").asText().equals(table))
        .mapToLong(
            n ->
                n.path("Node Type").asText().equals("Index Only Scan")
                    ? n.path("Heap Fetches").asLong()
                    : visited(n))
        .sum();
  }

  private static long visited(JsonNode scan) {
    double each =
        scan.path("Actual Rows").asDouble()
            + scan.path("Rows Removed by Filter").asDouble()
            + scan.path("Rows Removed by Index Recheck").asDouble();
    return (long) (Math.max(1, each) * scan.path("Actual Loops").asDouble());
  }

  /** How many entries the planner thought the first scan would give. */
  public long rowsExpected() {
    return scans.get(0).path("Plan Rows").asLong();
  }

  public long buffers() {
    var plan = explained.path("Plan");
    return plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong();
  }

  public double milliseconds() {
    return explained.path("Execution Time").asDouble();
  }

  /** The scans, outermost first, such as {@code Index Only Scan incident_by_update (51)}. */
  public String scans() {
    return scans.stream()
        .map(
            n ->
                n.path("Node Type").asText()
                    + " "
                    + n.path("Index Name").asText(n.path("Relation Name").asText())
                    + " ("
                    + visited(n)
                    + ")")
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return explained.toPrettyString();
  }
}
