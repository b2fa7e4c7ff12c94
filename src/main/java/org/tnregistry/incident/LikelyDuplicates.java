package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** Tells who posts an incident which ones it may repeat; made by who compares incidents. */
public interface LikelyDuplicates {
  /** How many are told at most. */
  int MAX = 5;

  /**
   * The likeliest first, among those that the viewer sees.
   *
   * @param document as the viewer sees it
   */
  List<UUID> of(UUID incident, JsonNode document);
}
