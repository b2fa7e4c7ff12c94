package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tnregistry.definition.rule.Answer;

/** The elements that nobody answers, because they follow from the record. Pure. */
public final class RecordFacts {
  public static final String REPRESSIVE_CONDUCT = "repressive-conduct";
  private static final String UNKNOWN_TACTIC = "unknown";

  private RecordFacts() {}

  /** By element. */
  static Map<String, Answer> of(JsonNode document) {
    return Map.of(REPRESSIVE_CONDUCT, repressiveConduct(document));
  }

  /** Met by one known tactic, threatened or done; what nobody recorded may still have happened. */
  private static Answer repressiveConduct(JsonNode document) {
    return knownTactics(document).isEmpty() ? Answer.UNKNOWN : Answer.Finding.MET;
  }

  /** JSON Pointers to them. */
  public static List<String> knownTactics(JsonNode document) {
    var pointers = new ArrayList<String>();
    var acts = document.path("acts");
    for (int i = 0; i < acts.size(); i++) {
      if (!acts.path(i).path("tactic").asText().equals(UNKNOWN_TACTIC)) {
        pointers.add("/acts/" + i + "/tactic");
      }
    }
    return pointers;
  }
}
