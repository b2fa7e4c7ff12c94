package org.tnregistry.incident.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tnregistry.bench.LoadedRegistry;

/**
 * What row-level security costs a search: the same statements with it and without, in turn, on the
 * same server. Prints a table; asserts nothing, for times are of this machine and this hour.
 */
public final class PolicyCost {
  private static final int LIMIT = 50;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 31;

  private PolicyCost() {}

  /** What one question took, in nanoseconds, at the median. */
  private record Cost(double bound, double unbound) {
    double ratio() {
      return bound / unbound;
    }
  }

  public static void main(String[] arguments) throws SQLException {
    var costs = new ArrayList<Cost>();
    System.out.println("| viewer | question | with policy, us | without, us | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (var viewer : Questions.VIEWERS) {
      try (var bound = LoadedRegistry.asking(viewer);
          var unbound = LoadedRegistry.askingUnbound(viewer)) {
        for (var question : Questions.all().toList()) {
          costs.add(cost(viewer, question, bound, unbound));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Ratio of %d questions: median %.2f, quartiles %.2f and %.2f, largest %.2f; of the sums %.2f%n",
        costs.size(),
        ratio(costs, 0.5),
        ratio(costs, 0.25),
        ratio(costs, 0.75),
        ratio(costs, 1),
        costs.stream().mapToDouble(Cost::bound).sum()
            / costs.stream().mapToDouble(Cost::unbound).sum());
  }

  private static Cost cost(UUID viewer, String question, Connection bound, Connection unbound)
      throws SQLException {
    var query =
        IncidentList.select(
            new IncidentList.Request(
                Questions.filter(question), IncidentSort.UPDATED_DESCENDING, LIMIT, null, false));
    var with = new double[ROUNDS];
    var without = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      double one = nanoseconds(bound, query);
      double other = nanoseconds(unbound, query);
      if (i >= 0) {
        with[i] = one;
        without[i] = other;
      }
    }
    var cost = new Cost(median(with), median(without));
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.2f |%n",
        Questions.VIEWERS.get(0).equals(viewer) ? "large" : "small",
        question,
        cost.bound() / 1_000,
        cost.unbound() / 1_000,
        cost.ratio());
    return cost;
  }

  private static double nanoseconds(Connection connection, Query query) throws SQLException {
    long start = System.nanoTime();
    try (var statement = query.prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
    return System.nanoTime() - start;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double ratio(List<Cost> costs, double quantile) {
    var ratios = costs.stream().mapToDouble(Cost::ratio).sorted().toArray();
    return ratios[(int) Math.round(quantile * (ratios.length - 1))];
  }
}
