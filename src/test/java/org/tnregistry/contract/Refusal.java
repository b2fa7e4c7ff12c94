package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.StreamSupport;
import org.tnregistry.contract.RawHttp.Answer;

/**
 * What every refusal must be: a problem that names each fault and repeats nothing that was sent.
 */
public final class Refusal {
  /** Stands in what tests send, and nowhere in what they are answered. */
  public static final String MARKER = "Zq7Marker";

  private Refusal() {}

  /**
   * @param faults all that are expected, each as code and pointer with a space between
   */
  public static void assertRefused(Answer answer, int status, String slug, String... faults) {
    assertEquals(status, answer.status(), answer::body);
    assertFalse(answer.body().contains(MARKER), answer::body);
    assertFalse(answer.head().contains(MARKER), answer::head);
    assertEquals("application/problem+json", answer.header("Content-Type").orElse(""));
    var problem = answer.json();
    assertEquals("/problems/" + slug, problem.path("type").asText());
    assertEquals(status, problem.path("status").asInt());
    assertEquals(answer.header("X-Request-Id").orElse(""), problem.path("requestId").asText());
    var told =
        StreamSupport.stream(problem.path("errors").spliterator(), false)
            .map(e -> e.path("code").asText() + " " + e.path("pointer").asText())
            .sorted()
            .toList();
    assertEquals(List.of(faults).stream().sorted().toList(), told);
    assertTrue(
        StreamSupport.stream(problem.path("errors").spliterator(), false)
            .noneMatch(e -> e.path("detail").asText().isBlank()));
  }
}
