package org.tnregistry.incident.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The filters again, as loops over one document. */
final class NaiveSearch {
  /** What is asked of each filter. */
  static final Map<String, List<String>> VALUES = values();

  private static final Map<String, String> GROUP =
      Map.of(
          "spyware", "digital",
          "phishing", "digital",
          "abduction", "direct-attack",
          "slapp", "lawfare");

  private static final Map<String, String> STATUS = Map.of("requested", "open", "appealed", "open");

  private NaiveSearch() {}

  private static Map<String, List<String>> values() {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("state", RandomIncidents.STATES);
    for (var role :
        List.of("origin", "requesting", "host", "placeOfAct", "transit", "coOperating")) {
      values.put(role, RandomIncidents.STATES);
    }
    values.put(
        "tactic", List.of("spyware", "digital", "direct-attack", "lawfare", "other", "unknown"));
    values.put("completion", RandomIncidents.COMPLETIONS);
    values.put("targetCategory", RandomIncidents.CATEGORIES);
    values.put("protectionStatus", RandomIncidents.PROTECTIONS);
    values.put("actorKind", RandomIncidents.KINDS);
    values.put("proceedingType", RandomIncidents.PROCEEDINGS);
    values.put("proceedingStatus", List.of("open", "refused", "granted", "suspended"));
    values.put("caseNumber", List.of("170013", "no 170013 a", "99", "1"));
    values.put("sourceType", RandomIncidents.SOURCES);
    values.put("sourcePublisher", List.of("le monde", "VLAST"));
    values.put("verification", List.of("alleged", "established"));
    values.put("ongoing", List.of("true", "false"));
    values.put("status", List.of("draft", "recorded"));
    values.put("q", List.of("ENLEVEMENT", "Слежка", "镇压", "plot brussels"));
    return values;
  }

  /** Whether each filter of the query holds by any of its values. */
  static boolean selects(JsonNode document, List<String> query) {
    var byParameter = new LinkedHashMap<String, Set<String>>();
    for (int i = 0; i < query.size(); i += 2) {
      byParameter.computeIfAbsent(query.get(i), p -> new HashSet<>()).add(query.get(i + 1));
    }
    var tactics = byParameter.get("tactic");
    var completions = byParameter.get("completion");
    if (tactics != null && completions != null) {
      byParameter.remove("tactic");
      byParameter.remove("completion");
      if (!anAct(document, tactics, completions)) {
        return false;
      }
    }
    return byParameter.entrySet().stream()
        .allMatch(p -> p.getValue().stream().anyMatch(v -> holds(document, p.getKey(), v)));
  }

  private static boolean anAct(JsonNode document, Set<String> tactics, Set<String> completions) {
    for (var act : document.path("acts")) {
      var tactic = act.path("tactic").asText();
      if (completions.contains(act.path("completion").asText())
          && (tactics.contains(tactic) || tactics.contains(GROUP.getOrDefault(tactic, "")))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode document, String parameter, String value) {
    return switch (parameter) {
      case "state" -> texts(document, "stateRoles", "state").contains(value);
      case "tactic" -> anAct(document, Set.of(value), Set.copyOf(RandomIncidents.COMPLETIONS));
      case "completion" -> texts(document, "acts", "completion").contains(value);
      case "targetCategory" -> nested(document, "targets", "categories", "").contains(value);
      case "protectionStatus" ->
          nested(document, "targets", "protection", "status").contains(value);
      case "actorKind" -> texts(document, "actors", "kind").contains(value);
      case "proceedingType" -> texts(document, "proceedings", "type").contains(value);
      case "proceedingStatus" ->
          nested(document, "proceedings", "milestones", "type").stream()
              .anyMatch(m -> STATUS.getOrDefault(m, m).equals(value));
      case "caseNumber" ->
          nested(document, "proceedings", "caseNumbers", "number").stream()
              .anyMatch(n -> bare(n).equals(bare(value)));
      case "sourceType" -> texts(document, "sources", "type").contains(value);
      case "sourcePublisher" ->
          texts(document, "sources", "publisher").stream().anyMatch(value::equalsIgnoreCase);
      case "verification" -> document.path("verification").asText().equals(value);
      case "ongoing" ->
          String.valueOf(document.path("period").asText().endsWith("/..")).equals(value);
      case "status" -> value.equals("draft");
      case "q" -> hasWords(document.path("title").path("en").asText(), value);
      default -> inRole(document, parameter, value);
    };
  }

  private static boolean inRole(JsonNode document, String parameter, String state) {
    for (var role : document.path("stateRoles")) {
      if (role.path("role").asText().replace("-", "").equalsIgnoreCase(parameter)
          && role.path("state").asText().equals(state)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWords(String title, String words) {
    var folded = new HashSet<>(List.of(folded(title).split("[, ]+", -1)));
    return List.of(folded(words).split(" ", -1)).stream().allMatch(folded::contains);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036f]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String bare(String number) {
    return number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
  }

  private static Set<String> texts(JsonNode document, String list, String member) {
    var texts = new HashSet<String>();
    document.path(list).forEach(item -> texts.add(item.path(member).asText()));
    return texts;
  }

  /** Of lists in lists; an empty member means the items themselves. */
  private static Set<String> nested(JsonNode document, String list, String inner, String member) {
    var texts = new HashSet<String>();
    for (var item : document.path(list)) {
      for (var innerItem : item.path(inner)) {
        texts.add((member.isEmpty() ? innerItem : innerItem.path(member)).asText());
      }
    }
    return texts;
  }
}
