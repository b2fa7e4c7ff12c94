package org.tnregistry.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tnregistry.access.Handling;
import org.tnregistry.bench.GeneratedIncident.Owner;
import org.tnregistry.incident.document.Act;
import org.tnregistry.incident.document.Actor;
import org.tnregistry.incident.document.ExternalId;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.incident.document.Place;
import org.tnregistry.incident.document.Protection;
import org.tnregistry.incident.document.Source;
import org.tnregistry.incident.document.StateRole;
import org.tnregistry.incident.document.TargetProfile;
import org.tnregistry.shared.id.Reference;

/**
 * Incidents with the skew of the real world. Number n of a seed is always the same one, however
 * many are made and in whatever order, so that threads can share the work. Thread-safe.
 */
public final class IncidentGenerator {
  /** The day the generated registry is looked at. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Instant FIRST_POST = Instant.parse("2021-01-01T00:00:00Z");
  private static final int TARGETS_PER_STATE = 3_000;

  private static final List<Owner> OWNERS =
      IntStream.rangeClosed(1, 6).mapToObj(IncidentGenerator::owner).toList();

  private static final Skew<String> OWNER =
      Skew.of("0 60", "1 20", "2 10", "3 6", "4 3.5", "5 0.5");
  private static final Skew<String> ORIGIN =
      Skew.zipf(
          List.of(
              "CN", "RU", "TR", "IR", "EG", "SA", "KZ", "TJ", "BY", "RW", "VN", "AZ", "UZ", "TM",
              "PK", "IN", "AE", "BH", "ET", "ER", "VE", "NI", "CU", "KH", "TH", "LA", "MM", "KG",
              "QA", "SY", "IQ", "LY", "DZ", "KP"),
          1);
  private static final Skew<String> HOST =
      Skew.zipf(
          List.of(
              "TR", "US", "DE", "TH", "RU", "GB", "FR", "UA", "PL", "CA", "SE", "KE", "AE", "IT",
              "BE", "AT", "NL", "MY", "CZ", "LT", "GE", "RS", "ES", "CH", "AU", "NO", "KZ", "KG",
              "ZA", "UG", "GR", "CY", "LI", "LU", "IS"),
          0.9);
  private static final Skew<String> TACTIC =
      Skew.of(
          "detention-at-foreign-request 24",
          "unlawful-deportation 12",
          "extradition-request 8",
          "interpol-notice-abuse 7",
          "rendition 5",
          "refoulement 4",
          "threat-to-relatives 7",
          "detention-of-relatives 4",
          "spyware 5",
          "online-harassment 5",
          "phishing 2",
          "physical-surveillance 4",
          "physical-assault 3",
          "abduction 2",
          "passport-cancellation 3",
          "fabricated-prosecution 2",
          "asset-freeze 1",
          "smear-campaign 1",
          "assassination 0.7",
          "poisoning 0.2",
          "bounty 0.05",
          "deepfake 0.01");
  private static final Skew<String> COMPLETION =
      Skew.of("completed 78", "attempted 12", "threatened 7", "unknown 3");
  private static final Skew<String> CATEGORY =
      Skew.of(
          "ethnic-or-religious-minority 25",
          "political-opponent 20",
          "activist 14",
          "journalist 11",
          "human-rights-defender 8",
          "asylum-seeker-or-refugee 8",
          "former-insider 4",
          "relative-or-associate 4",
          "lawyer 3",
          "business-person 2",
          "academic-or-student 1");
  private static final Skew<String> PROTECTION =
      Skew.of("asylum-seeker 40", "refugee 35", "citizen-of-host 15", "subsidiary-protection 10");
  private static final Skew<String> ACTOR =
      Skew.of(
          "state-organ 30",
          "law-enforcement 25",
          "intelligence-service 20",
          "court-or-prosecutor 15",
          "diplomatic-mission 8",
          "pr-or-lobbying-firm 1",
          "bank 1");
  private static final Skew<String> SOURCE =
      Skew.of(
          "press-article 45",
          "ngo-report 30",
          "court-decision 10",
          "official-document 6",
          "social-media 5",
          "un-opinion 3",
          "leaked-document 1");
  private static final Skew<String> PUBLISHER =
      Skew.zipf(IntStream.rangeClosed(1, 400).mapToObj(i -> "Publisher " + i).toList(), 1);
  private static final Skew<String> VERIFICATION =
      Skew.of("credible 40", "corroborated 30", "alleged 20", "established 9", "refuted 1");
  private static final Skew<String> STATUS =
      Skew.of("recorded 70", "draft 15", "submitted 8", "withdrawn 6", "merged 1");
  private static final Skew<String> MARKING =
      Skew.of("TLP:AMBER 50", "TLP:RED 25", "TLP:GREEN 15", "TLP:CLEAR 10");

  private final long seed;
  private final int size;
  private final Vocabulary vocabulary;
  private final GeneratedProceedings proceedings = new GeneratedProceedings();

  /**
   * @param size how many make up the registry: the later the number, the later it was posted
   */
  public IncidentGenerator(long seed, int size) {
    this.seed = seed;
    this.size = size;
    this.vocabulary = new Vocabulary(seed);
  }

  /** The agencies, the one with most incidents (60 %) first. */
  public static List<Owner> owners() {
    return OWNERS;
  }

  private static Owner owner(int number) {
    var handle = "bench-" + number;
    return new Owner(UUID.nameUUIDFromBytes(handle.getBytes(StandardCharsets.UTF_8)), handle);
  }

  public GeneratedIncident incident(int number) {
    // Any odd factor but the generator's own step, with which each would go on where one before it
    // began.
    var random = new SplittableRandom(seed + number * 0xD1B54A32D192ED03L);
    var owner = OWNERS.get(Integer.parseInt(OWNER.draw(random)));
    var status = STATUS.draw(random);
    var created =
        FIRST_POST.plus(
            Duration.between(FIRST_POST, Instant.parse("2026-11-01T00:00:00Z"))
                .dividedBy(size)
                .multipliedBy(number));
    var updated = created.plusSeconds(random.nextInt(1_700_000));
    boolean posted = status.equals("draft") || status.equals("submitted");
    return new GeneratedIncident(
        new UUID(random.nextLong(), random.nextLong()),
        Reference.random("TNR", random).toString(),
        owner,
        status,
        random.nextInt(5) == 0 ? 2 : 1,
        created,
        updated,
        posted ? null : updated,
        document(number, owner, random));
  }

  private IncidentDocument document(int number, Owner owner, RandomGenerator random) {
    var origin = ORIGIN.draw(random);
    var host = HOST.draw(random);
    var tactic = TACTIC.draw(random);
    var period = period(random);
    boolean formal = random.nextInt(100) < 45;
    return new IncidentDocument(
        text(origin, 7, random),
        text(origin, 14, random),
        Map.of("en", vocabulary.text("en", 60, random)),
        period,
        VERIFICATION.draw(random),
        List.of(new Place(host, null, null, null, "country")),
        roles(origin, host, random),
        null,
        List.of(target(origin, random)),
        List.of(actor(origin, random)),
        acts(tactic, period, random),
        formal ? List.of(proceedings.of(number, origin, host, random)) : null,
        sources(number, random),
        null,
        null,
        null,
        null,
        random.nextInt(10) < 6 ? List.of(new ExternalId(owner.handle(), "case-" + number)) : null,
        new Handling(MARKING.draw(random), null, null),
        null);
  }

  private Map<String, String> text(String origin, int length, RandomGenerator random) {
    var text = new LinkedHashMap<String, String>();
    text.put("en", vocabulary.text("en", length, random));
    if (random.nextInt(10) < 4) {
      var language =
          switch (origin) {
            case "CN" -> "zh";
            case "IR", "SA", "EG" -> "fa";
            case "TR" -> "tr";
            default -> "ru";
          };
      text.put(language, vocabulary.text(language, length / 2, random));
    }
    return text;
  }

  /** Years rise: the square root of an even draw leans to the end. */
  private static String period(RandomGenerator random) {
    int year = 1991 + (int) (36 * Math.sqrt(random.nextDouble()));
    int month = 1 + random.nextInt(year == 2026 ? 10 : 12);
    var start = "%d-%02d".formatted(year, month);
    return switch (random.nextInt(10)) {
      case 0 -> String.valueOf(year);
      case 1 -> start;
      case 2 -> start + "/..";
      case 3 -> start + "/" + Math.min(2026, year + 1 + random.nextInt(3)) + "-11";
      default -> "%s-%02d".formatted(start, 1 + random.nextInt(28));
    };
  }

  private static List<StateRole> roles(String origin, String host, RandomGenerator random) {
    var roles = new ArrayList<>(List.of(role("origin", origin), role("host", host)));
    int more = random.nextInt(10);
    if (more < 4) {
      roles.add(role("requesting", more == 0 ? ORIGIN.draw(random) : origin));
    }
    if (more < 6) {
      roles.add(role("place-of-act", host));
    } else if (more == 6) {
      roles.add(role("co-operating", HOST.draw(random)));
    } else if (more == 7) {
      roles.add(role("transit", HOST.draw(random)));
    }
    return roles;
  }

  private static StateRole role(String role, String state) {
    return new StateRole(role, state, 80, List.of("s1"));
  }

  private static TargetProfile target(String origin, RandomGenerator random) {
    var party = random.nextInt(10) < 8 ? party(origin + random.nextInt(TARGETS_PER_STATE)) : null;
    return new TargetProfile(
        "t1",
        party,
        "direct",
        null,
        Stream.of(CATEGORY.draw(random), CATEGORY.draw(random)).distinct().toList(),
        random.nextInt(10) < 5
            ? List.of(new Protection(PROTECTION.draw(random), null, null, List.of("s1")))
            : null,
        "no",
        null,
        List.of("s1"),
        null,
        null);
  }

  private static Actor actor(String origin, RandomGenerator random) {
    // The square makes the first organs of a state the busiest.
    double draw = random.nextDouble();
    var party = party(origin + " organ " + (int) (200 * draw * draw));
    return new Actor(
        "a1", party, ACTOR.draw(random), origin, List.of("ordered"), null, null, null, null);
  }

  private static String party(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static List<Act> acts(String tactic, String period, RandomGenerator random) {
    var acts = new ArrayList<Act>();
    acts.add(act("x1", tactic, period, random));
    if (random.nextInt(10) < 3) {
      acts.add(act("x2", TACTIC.draw(random), period, random));
    }
    return acts;
  }

  private static Act act(String id, String tactic, String period, RandomGenerator random) {
    return new Act(
        id,
        tactic,
        COMPLETION.draw(random),
        period,
        null,
        List.of("t1"),
        List.of("a1"),
        null,
        null,
        List.of("s1"),
        null);
  }

  private List<Source> sources(int number, RandomGenerator random) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(2))
        .mapToObj(
            i ->
                new Source(
                    "s" + i,
                    SOURCE.draw(random),
                    vocabulary.text("en", 5, random),
                    PUBLISHER.draw(random),
                    "en",
                    "https://example.org/reports/" + number + "-" + i,
                    null,
                    null,
                    "2025",
                    null,
                    "B",
                    "2",
                    null))
        .toList();
  }
}
