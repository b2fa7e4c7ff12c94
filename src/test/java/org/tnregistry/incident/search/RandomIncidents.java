package org.tnregistry.incident.search;

import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import java.util.List;
import java.util.Random;
import org.tnregistry.incident.IncidentBuilder;

/** Small incidents of few values, so that many share some. */
final class RandomIncidents {
  static final List<String> STATES = List.of("KZ", "RU", "BE", "UA");
  static final List<String> ROLES =
      List.of("origin", "requesting", "host", "place-of-act", "transit", "co-operating");
  static final List<String> TACTICS =
      List.of("spyware", "phishing", "digital", "abduction", "slapp", "other", "unknown");
  static final List<String> COMPLETIONS = List.of("threatened", "attempted", "completed");
  static final List<String> CATEGORIES = List.of("lawyer", "journalist", "activist");
  static final List<String> PROTECTIONS = List.of("none", "refugee", "asylum-seeker");
  static final List<String> KINDS = List.of("state", "bank", "law-firm");
  static final List<String> PROCEEDINGS = List.of("extradition-request", "civil-suit", "other");
  static final List<String> MILESTONES =
      List.of("requested", "refused", "granted", "appealed", "suspended");
  static final List<String> NUMBERS = List.of("17-0013", "17 0013", "No. 170013/A", "99");
  static final List<String> SOURCES = List.of("ngo-report", "press-article", "interview");
  static final List<String> PUBLISHERS = List.of("Le Monde", "LE MONDE", "Vlast");
  static final List<String> WORDS = List.of("Enlèvement", "слежка", "镇压", "plot", "Brussels");

  private RandomIncidents() {}

  static IncidentBuilder next(Random random) {
    var incident = anEmptyDraft().titled("en", any(WORDS, random) + ", " + any(WORDS, random));
    for (int n = random.nextInt(4); n > 0; n--) {
      incident.role(any(ROLES, random), any(STATES, random));
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      incident.act("a" + n, any(TACTICS, random), any(COMPLETIONS, random));
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      var target = incident.list("targets").addObject().put("id", "t" + n).put("role", "direct");
      target.putArray("categories").add(any(CATEGORIES, random));
      target.putArray("protection").addObject().put("status", any(PROTECTIONS, random));
    }
    if (random.nextBoolean()) {
      incident.list("actors").addObject().put("id", "x").put("kind", any(KINDS, random));
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      incident.proceeding("p" + n, any(PROCEEDINGS, random), any(NUMBERS, random));
      var last = (com.fasterxml.jackson.databind.node.ObjectNode) last(incident);
      last.putArray("milestones").addObject().put("type", any(MILESTONES, random));
    }
    for (int n = random.nextInt(2); n > 0; n--) {
      incident
          .list("sources")
          .addObject()
          .put("id", "s" + n)
          .put("type", any(SOURCES, random))
          .put("title", "T")
          .put("publisher", any(PUBLISHERS, random));
    }
    if (random.nextBoolean()) {
      incident.with(d -> d.put("verification", any(List.of("alleged", "established"), random)));
    }
    if (random.nextBoolean()) {
      incident.during(any(List.of("2016", "2016/..", "/2018"), random));
    }
    return incident;
  }

  private static com.fasterxml.jackson.databind.JsonNode last(IncidentBuilder incident) {
    var proceedings = incident.list("proceedings");
    return proceedings.get(proceedings.size() - 1);
  }

  static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
