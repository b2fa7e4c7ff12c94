package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.tnregistry.definition.rule.Answer;

/** The elements that nobody answers, because they follow from the record. Pure. */
final class RecordFacts {
  static final String REPRESSIVE_CONDUCT = "repressive-conduct";
  private static final String UNKNOWN_TACTIC = "unknown";

  private RecordFacts() {}

  /** By element. */
  static Map<String, Answer> of(JsonNode document) {
    return Map.of(REPRESSIVE_CONDUCT, repressiveConduct(document));
  }

  /** Met by one known tactic, threatened or done; what nobody recorded may still have happened. */
  private static Answer repressiveConduct(JsonNode document) {
    return hasKnownTactic(document) ? Answer.Finding.MET : Answer.UNKNOWN;
  }

  private static boolean hasKnownTactic(JsonNode document) {
    for (var act : document.path("acts")) {
      if (!act.path("tactic").asText().equals(UNKNOWN_TACTIC)) {
        return true;
      }
    }
    return false;
  }
}
