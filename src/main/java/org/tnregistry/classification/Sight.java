package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tnregistry.incident.Incidents.Version;

/**
 * One incident as its reader sees it: now, and in the states that assessments were made on. For one
 * request.
 */
final class Sight {
  private final JsonNode now;
  private final IntFunction<Optional<Version>> past;
  private final Map<Integer, Optional<Version>> known = new HashMap<>();

  /**
   * @param past what the reader sees of a state; empty for one from before the reader could see it
   */
  Sight(JsonNode now, IntFunction<Optional<Version>> past) {
    this.now = now;
    this.past = past;
  }

  JsonNode now() {
    return now;
  }

  /** What an assessment was made on; what is there now for who cannot see that. */
  JsonNode assessed(Assessment assessment) {
    return version(assessment).map(Version::document).orElse(now);
  }

  Optional<Version> version(Assessment assessment) {
    return known.computeIfAbsent(assessment.state(), past::apply);
  }

  /**
   * Whether the record has changed since, in what the reader sees of it. Who cannot see what was
   * assessed cannot rely on it either.
   */
  boolean isStale(Assessment assessment) {
    return version(assessment).isEmpty() || !changes(assessment).isEmpty();
  }

  List<String> changes(Assessment assessment) {
    return RecordChanges.between(assessed(assessment), now);
  }

  /** The answers, with the citations of such sources alone as the reader saw in the record. */
  List<ElementAnswer> answers(Assessment assessment) {
    var sources =
        StreamSupport.stream(assessed(assessment).path("sources").spliterator(), false)
            .map(source -> source.path("id").asText())
            .collect(Collectors.toSet());
    return assessment.answers().stream().map(a -> a.citing(sources::contains)).toList();
  }
}
