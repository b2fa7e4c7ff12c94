package org.tnregistry.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentGeneratorTest {
  private static final int SIZE = 20_000;

  private final IncidentGenerator generator = new IncidentGenerator(1, SIZE);

  @Test
  void aNumberAlwaysMakesTheSameIncident() {
    assertEquals(generator.incident(77), new IncidentGenerator(1, SIZE).incident(77));
    assertNotEquals(generator.incident(77), generator.incident(78));
    assertNotEquals(generator.incident(77), new IncidentGenerator(2, SIZE).incident(77));
  }

  @Test
  void noTwoIncidentsHaveOneId() {
    assertEquals(
        SIZE,
        IntStream.range(0, SIZE).mapToObj(n -> generator.incident(n).id()).distinct().count());
  }

  @Test
  void oneAgencyOwnsMostIncidents() {
    var first = IncidentGenerator.owners().get(0);
    long owned =
        IntStream.range(0, SIZE).filter(n -> generator.incident(n).owner().equals(first)).count();
    assertTrue(owned > SIZE * 0.58 && owned < SIZE * 0.62, () -> "owned " + owned);
  }
}
