package org.tnregistry.bench;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from a list in which the first are much more frequent than the last. */
final class Skew<T> {
  private final List<T> values;
  private final double[] upTo;

  private Skew(List<T> values, double[] weights) {
    this.values = List.copyOf(values);
    this.upTo = weights;
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  /** Zipf's law: the n-th is drawn in proportion to 1/n to the power of the exponent. */
  static <T> Skew<T> zipf(List<T> values, double exponent) {
    var weights = new double[values.size()];
    Arrays.setAll(weights, i -> 1 / Math.pow(i + 1, exponent));
    return new Skew<>(values, weights);
  }

  /** As {@code "detention 30"}: a value, a blank and its weight. */
  static Skew<String> of(String... weighted) {
    return new Skew<>(
        Arrays.stream(weighted).map(w -> w.substring(0, w.indexOf(' '))).toList(),
        Arrays.stream(weighted)
            .mapToDouble(w -> Double.parseDouble(w.substring(w.indexOf(' '))))
            .toArray());
  }

  T draw(RandomGenerator random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return values.get(Math.min(found < 0 ? -found - 1 : found + 1, values.size() - 1));
  }
}
