package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.FirewallWorld.MARKINGS;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.incident.FindingOperations.Finding;
import org.tnregistry.incident.FirewallWorld.Reader;
import org.tnregistry.incident.ReachingOperations.Reaching;
import org.tnregistry.shared.postgres.OwnDatabase;

/** Who sees what: every reader, every marking, every operation. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirewallMatrixTest {
  /** One cell of the matrix. */
  record Cell(Reader reader, String marking, Object operation) {
    @Override
    public String toString() {
      return reader + " " + marking + " " + operation;
    }
  }

  @Inject AgencyFixture agencies;

  private FirewallWorld world = new FirewallWorld();
  private boolean begun;
  private int cells;

  /** Before the first test only: before that the address of the service is not known. */
  @BeforeEach
  void anIncidentOfEachMarking() {
    if (!begun) {
      begun = true;
      world = FirewallWorld.made(agencies);
    }
  }

  @AfterAll
  void theMatrixIsLarge() {
    assertTrue(cells > 3_000, () -> cells + " cells");
  }

  static Stream<Cell> finding() {
    return cells(FindingOperations.all());
  }

  static Stream<Cell> reaching() {
    return cells(ReachingOperations.all());
  }

  private static Stream<Cell> cells(List<?> operations) {
    var cells = new ArrayList<Cell>();
    for (var reader : Reader.values()) {
      for (var marking : MARKINGS) {
        operations.forEach(operation -> cells.add(new Cell(reader, marking, operation)));
      }
    }
    return cells.stream();
  }

  /** Search by each filter, every order and format, counts, statistics, the feed. */
  @ParameterizedTest
  @MethodSource("finding")
  void aListHoldsWhatItsReaderMaySeeAndNoTraceOfTheRest(Cell cell) {
    cells++;
    var operation = (Finding) cell.operation();
    var answer = operation.ask(world, cell.reader(), cell.marking());
    if (world.isRefused(cell.reader(), operation.isPublic())) {
      assertEquals(401, answer.statusCode(), answer::asString);
    } else if (operation.isForbiddenTo(cell.reader())) {
      assertEquals(400, answer.statusCode(), answer::asString);
    } else {
      assertEquals(200, answer.statusCode(), answer::asString);
      assertEquals(
          world.sees(cell.reader(), cell.marking()),
          operation.holds(answer, world, cell.marking()),
          answer::asString);
    }
  }

  /** Read, past states, history, parts, amendments, links, bars. */
  @ParameterizedTest
  @MethodSource("reaching")
  void aHiddenRecordAnswersTheSameBytesAsOneThatIsMissing(Cell cell) {
    cells++;
    var operation = (Reaching) cell.operation();
    var id = world.incident(cell.marking());
    var answer = operation.ask(world, cell.reader(), id);
    if (world.isRefused(cell.reader(), operation.isPublic())) {
      assertEquals(401, answer.statusCode(), answer::asString);
    } else if (world.sees(cell.reader(), cell.marking())) {
      int expected =
          cell.reader() == Reader.OWNER ? operation.statusForOwner() : operation.statusForReader();
      assertEquals(expected, answer.statusCode(), answer::asString);
      operation.check(answer, world, cell.reader(), cell.marking());
    } else {
      var missing = UUID.randomUUID().toString();
      var other = operation.ask(world, cell.reader(), missing);
      assertEquals(operation.statusForMissing(), answer.statusCode(), answer::asString);
      assertEquals(told(other, missing), told(answer, id));
    }
  }

  /** All that an answer says, but for ids of requests and of the record, and what time does. */
  private static Map<String, Object> told(Response answer, String id) {
    var headers = new ArrayList<String>();
    answer
        .headers()
        .forEach(
            h -> {
              var name = h.getName().toLowerCase(Locale.ROOT);
              if (!name.equals("x-request-id") && !name.startsWith("ratelimit")) {
                headers.add(name + ": " + h.getValue());
              }
            });
    var body =
        answer
            .asString()
            .replace(String.valueOf(answer.header("X-Request-Id")), "request")
            .replace(id, "id");
    return Map.of("status", answer.statusCode(), "headers", headers, "body", body);
  }
}
