package org.tnregistry.party.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.party.IdentityReader;
import org.tnregistry.party.ReadIdentity;
import org.tnregistry.party.identity.NameTokens;
import org.tnregistry.party.names.Name;
import org.tnregistry.party.names.NameMatch;
import org.tnregistry.party.search.Candidates.Candidate;
import org.tnregistry.party.search.PartyMatch.BirthScore;
import org.tnregistry.party.search.PartyMatch.Compared;
import org.tnregistry.party.search.PartyMatch.NameScore;
import org.tnregistry.party.search.PartyMatch.PartyMatches;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Scores the candidates of a search and decides whose names the caller is shown. */
@ApplicationScoped
class PartySearch {
  private static final int DEFAULT_LIMIT = 20;
  private static final BirthScore SAME = new BirthScore(1, "same");
  private static final BirthScore NEAR = new BirthScore(0.95, "near");
  private static final BirthScore DIFFERENT = new BirthScore(0.65, "different");
  private static final BirthScore UNKNOWN = new BirthScore(1, "unknown");

  private final Candidates candidates;
  private final NameTokens names;
  private final IdentityReader reader;
  private final ViewerContext context;
  private final SearchConfig config;

  private record Scored(Candidate candidate, NameMatch name, BirthScore birth, double score) {}

  PartySearch(
      Candidates candidates,
      NameTokens names,
      IdentityReader reader,
      ViewerContext context,
      SearchConfig config) {
    this.candidates = candidates;
    this.names = names;
    this.reader = reader;
    this.context = context;
    this.config = config;
  }

  /** Not in a transaction: readings are committed before the names are shown. */
  PartyMatches find(SearchParties asked) {
    var why = why(asked);
    double threshold = asked.threshold() == null ? config.threshold() : asked.threshold();
    int limit = asked.limit() == null ? DEFAULT_LIMIT : asked.limit();
    var scored =
        candidates.find(asked.names(), asked.kind()).stream()
            .map(candidate -> score(candidate, asked))
            .filter(s -> s.score() >= config.cutoff())
            .sorted(
                Comparator.comparingDouble(Scored::score)
                    .reversed()
                    .thenComparing(s -> s.candidate().party()))
            .limit(limit)
            .toList();
    var shown = shown(scored, why);
    var items = scored.stream().map(s -> match(s, threshold, shown)).toList();
    return new PartyMatches(threshold, config.cutoff(), items);
  }

  private static @Nullable ReadIdentity why(SearchParties asked) {
    if (asked.purpose() == null && asked.legalBasis() == null) {
      return null;
    }
    if (asked.purpose() == null || asked.legalBasis() == null) {
      var missing = asked.purpose() == null ? "#/purpose" : "#/legalBasis";
      throw new ProblemException(
          StandardProblem.INVALID_DOCUMENT,
          List.of(
              new Fault("missing-member", missing, "Purpose and legal basis belong together.")));
    }
    return new ReadIdentity(asked.purpose(), asked.legalBasis(), asked.caseReference());
  }

  private Scored score(Candidate candidate, SearchParties asked) {
    var identity = StoredJson.parse(candidate.identity());
    var stored =
        identity.path("names").findValuesAsText("text").stream().map(names.reader()::read).toList();
    var best = best(asked.names(), stored);
    var birth = birth(asked.birthYear(), identity.at("/birth/date"));
    return new Scored(candidate, best, birth, PartyMatch.rounded(best.score() * birth.factor()));
  }

  /** Of all pairs of an asked and a stored name, the one that agrees most. */
  private NameMatch best(List<String> asked, List<Name> stored) {
    var comparison = names.reader().comparison();
    return asked.stream()
        .map(names.reader()::read)
        .flatMap(a -> stored.stream().map(s -> comparison.compare(a, s)))
        .max(Comparator.comparingDouble(NameMatch::score))
        .orElseThrow();
  }

  private static BirthScore birth(@Nullable Integer year, JsonNode date) {
    if (year == null || !date.isTextual()) {
      return UNKNOWN;
    }
    var born = Edtf.parse(date.textValue());
    var earliest = born.earliest();
    var latest = born.latest();
    if (earliest == null || latest == null) {
      return UNKNOWN;
    }
    int before = earliest.getYear() - year;
    int after = year - latest.getYear();
    int apart = Math.max(0, Math.max(before, after));
    return apart == 0 ? SAME : apart == 1 ? NEAR : DIFFERENT;
  }

  /**
   * The parties whose names are shown: organisations, and the caller's own persons when the caller
   * may read them and says why, which is noted first.
   */
  private Set<UUID> shown(List<Scored> scored, @Nullable ReadIdentity why) {
    var viewer = context.viewer();
    boolean reads = why != null && viewer.permissions().contains(Permission.PARTY_READ_IDENTITY);
    var persons =
        scored.stream()
            .map(Scored::candidate)
            .filter(c -> c.isPerson() && c.owner().equals(viewer.agency()))
            .map(Candidate::party)
            .toList();
    if (why != null && reads && !persons.isEmpty()) {
      reader.account(persons, why);
    }
    var shown =
        scored.stream()
            .map(Scored::candidate)
            .filter(c -> !c.isPerson())
            .map(Candidate::party)
            .collect(Collectors.toSet());
    if (reads) {
      shown.addAll(persons);
    }
    return shown;
  }

  private static PartyMatch match(Scored s, double threshold, Set<UUID> shown) {
    var candidate = s.candidate();
    return new PartyMatch(
        candidate.party(),
        candidate.reference(),
        candidate.handle(),
        candidate.kind(),
        s.score(),
        s.score() >= threshold,
        NameScore.of(s.name()),
        s.birth(),
        shown.contains(candidate.party()) ? Compared.of(s.name()) : null);
  }
}
