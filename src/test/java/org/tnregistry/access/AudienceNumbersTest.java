package org.tnregistry.access;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A receipt shows its agency the numbers of the audience and of the bars of what it wrote. If they
 * came in an order, one that is low would tell that somebody used the same bars before: that there
 * is a record which names these states.
 */
@QuarkusTest
class AudienceNumbersTest {
  private static final int MANY = 14;

  @Inject AgencyFixture agencies;
  @Inject Audiences audiences;

  @Test
  void numbersOfBarsTellNoOrder() {
    assertNoOrder(p -> audiences.numberOf(new TreeSet<>(List.of(p))));
  }

  @Test
  void numbersOfAudiencesTellNoOrder() {
    assertNoOrder(p -> audiences.numberOf(Reach.of(List.of(p))));
  }

  private void assertNoOrder(Function<String, Integer> number) {
    var viewer = agencies.viewer(agencies.agency(), "first-officer");
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < MANY; i++) {
      numbers.add(
          agencies
              .context()
              .as(
                  viewer,
                  () ->
                      QuarkusTransaction.requiringNew()
                          .call(() -> number.apply("agency:" + UUID.randomUUID()))));
    }
    assertFalse(numbers.equals(numbers.stream().sorted().toList()), numbers::toString);
  }
}
