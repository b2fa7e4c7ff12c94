package org.tnregistry.access.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@QuarkusTest
class LimitsTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @Inject
  @DataSource("limits")
  javax.sql.DataSource database;

  private String key = "";

  @BeforeEach
  void somebodyNew() {
    key = UUID.randomUUID().toString();
  }

  private static Limit limit(long quota) {
    return new Limit("test", quota, Duration.ofHours(1));
  }

  @Test
  void twoReplicasShareOneLimit() {
    var first = new Limits(new SharedBuckets(database, INTERVAL));
    var second = new Limits(new SharedBuckets(database, INTERVAL));
    var limit = limit(40);
    long allowed =
        IntStream.range(0, 100)
            .filter(i -> (i % 2 == 0 ? first : second).take(key, limit).allowed())
            .count();
    assertTrue(allowed >= 40 && allowed <= 40 + 2 * limit.slack(), "allowed " + allowed);
    var third = new Limits(new SharedBuckets(database, INTERVAL));
    assertFalse(third.take(key, limit).allowed());
  }

  @Test
  void anotherPersonHasALimitOfTheirOwn() {
    var limits = new Limits(new SharedBuckets(database, INTERVAL));
    IntStream.range(0, 10).forEach(i -> limits.take(key, limit(5)));
    assertFalse(limits.take(key, limit(5)).allowed());
    assertTrue(limits.take("another " + key, limit(5)).allowed());
  }

  @Test
  void fewRequestsWaitForTheDatabase() {
    var connections = new AtomicInteger();
    var limits = new Limits(new SharedBuckets(counted(connections), INTERVAL));
    IntStream.range(0, 600).forEach(i -> limits.take(key, limit(1_200)));
    assertTrue(connections.get() <= 14, connections + " connections for 600 requests");
  }

  @Test
  void anOrdinaryLimitIsCountedByTheReplicaWhileTheDatabaseCannotBeAsked() {
    var limits = new Limits(new SharedBuckets(failing(), INTERVAL));
    long allowed =
        IntStream.range(0, 50).filter(i -> limits.take(key, limit(20)).allowed()).count();
    assertEquals(20, allowed);
  }

  @Test
  void aQuotaLetsNobodyPassWhileTheDatabaseCannotBeAsked() {
    var limits = new Limits(new SharedBuckets(failing(), INTERVAL));
    var refusal =
        assertThrows(ProblemException.class, () -> limits.takeFromQuota(key, limit(1_000)));
    assertEquals(StandardProblem.UNAVAILABLE, refusal.type());
    assertThrows(ProblemException.class, () -> limits.spendFromQuota(key, limit(1_000), 10));
  }

  @Test
  void whatWasGivenTooMuchIsPaidForBeforeTheNext() {
    var limits = new Limits(new SharedBuckets(database, INTERVAL));
    assertTrue(limits.takeFromQuota(key, limit(100)).allowed());
    limits.spendFromQuota(key, limit(100), 200);
    var verdict = limits.takeFromQuota(key, limit(100));
    assertFalse(verdict.allowed());
    // A hundred too many, of which one comes back every 36 seconds.
    assertTrue(verdict.retrySeconds() > 3_000, "retry after " + verdict.retrySeconds());
  }

  @Test
  void aVerdictIsToldInStructuredFields() {
    var limit = new Limit("default", 600, Duration.ofMinutes(1));
    assertEquals("\"default\";q=600;w=60", limit.header());
    var verdict = new Verdict(limit, true, 50, Duration.ofMillis(29_001), Duration.ZERO);
    assertEquals("\"default\";r=50;t=30", verdict.header());
    assertEquals(1, verdict.retrySeconds());
  }

  private javax.sql.DataSource counted(AtomicInteger connections) {
    return proxy(
        () -> {
          connections.incrementAndGet();
          return database.getConnection();
        });
  }

  private static javax.sql.DataSource failing() {
    return proxy(
        () -> {
          throw new SQLException("out of order", "08001");
        });
  }

  private interface Connecting {
    Connection connect() throws SQLException;
  }

  private static javax.sql.DataSource proxy(Connecting connecting) {
    return (javax.sql.DataSource)
        Proxy.newProxyInstance(
            LimitsTest.class.getClassLoader(),
            new Class<?>[] {javax.sql.DataSource.class},
            (self, method, arguments) -> connecting.connect());
  }
}
