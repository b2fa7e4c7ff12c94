package org.tnregistry.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.incident.document.Proceeding;
import org.tnregistry.incident.document.Source;
import org.tnregistry.incident.document.TargetProfile;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.text.SearchWords;
import org.tnregistry.taxonomy.Taxonomies;

/**
 * What an incident can be found and counted by: pairs of facet and value, matched by plain
 * equality. Derived from the document alone, so that they can be made again at any time. Pure.
 */
public final class IncidentFacets {
  /** One thing an incident can be found by. */
  public record Facet(String facet, String value) implements Comparable<Facet> {
    @Override
    public int compareTo(Facet other) {
      int byFacet = facet.compareTo(other.facet);
      return byFacet != 0 ? byFacet : value.compareTo(other.value);
    }
  }

  public static final String STATE = "state";
  public static final String TACTIC = "tactic";
  public static final String TACTIC_FAMILY = "tactic-family";
  public static final String ACT = "act";
  public static final String COMPLETION = "completion";
  public static final String TARGET = "target";
  public static final String TARGET_CATEGORY = "target-category";
  public static final String PROTECTION_STATUS = "protection-status";
  public static final String ACTOR = "actor";
  public static final String ACTOR_KIND = "actor-kind";
  public static final String PROCEEDING_TYPE = "proceeding-type";
  public static final String PROCEEDING_STATUS = "proceeding-status";
  public static final String CASE_NUMBER = "case-number";
  public static final String SOURCE_TYPE = "source-type";
  public static final String SOURCE_PUBLISHER = "source-publisher";
  public static final String SOURCE_URL = "source-url";
  public static final String VERIFICATION = "verification";
  public static final String ONGOING = "ongoing";
  public static final String STATUS = "status";
  public static final String YEAR = "year";
  public static final String WORD = "word";

  /**
   * The longest value: what the index can hold; longer ones are cut on both sides of a comparison.
   */
  private static final int MAX_VALUE = 300;

  private final Taxonomies taxonomies;
  private final Set<Facet> facets = new TreeSet<>();

  private IncidentFacets(Taxonomies taxonomies) {
    this.taxonomies = taxonomies;
  }

  static Set<Facet> of(
      IncidentDocument document, IncidentStatus status, Taxonomies taxonomies, LocalDate today) {
    var made = new IncidentFacets(taxonomies);
    made.add(STATUS, status.code());
    made.add(VERIFICATION, document.verification());
    made.period(document.period());
    list(document.stateRoles())
        .forEach(
            r -> {
              made.add(STATE, r.state());
              made.add(stateRole(r.role()), r.state());
            });
    list(document.acts()).forEach(a -> made.addAct(a.tactic(), a.completion()));
    list(document.targets()).forEach(made::target);
    list(document.actors())
        .forEach(
            a -> {
              made.add(ACTOR, a.party());
              made.add(ACTOR_KIND, a.kind());
            });
    list(document.proceedings()).forEach(p -> made.proceeding(p, today));
    list(document.sources()).forEach(made::source);
    made.words(document.title());
    made.words(document.summary());
    return made.facets;
  }

  /** The facet of one state role, such as {@code state-origin}. */
  public static String stateRole(String role) {
    return "state-" + role;
  }

  /** An act as one value, so that tactic and completion can be asked of the same act. */
  public static String act(String tactic, String completion) {
    return tactic + "/" + completion;
  }

  /** Letters and digits only: "No. 17 000-013" and "17000013" are one case number. */
  public static String caseNumber(String number) {
    return cut(number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT));
  }

  /** Publishers and addresses compare without case. */
  public static String folded(String text) {
    return cut(text.strip().toLowerCase(Locale.ROOT));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_VALUE) {
      return text;
    }
    // Half a surrogate pair would be stored as a question mark, and two different ones as equal.
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE);
  }

  private void period(@Nullable String period) {
    if (period == null) {
      add(YEAR, "unknown");
      add(ONGOING, "false");
      return;
    }
    var edtf = Edtf.parse(period);
    add(ONGOING, String.valueOf(edtf.ongoing()));
    add(YEAR, edtf.year().isPresent() ? String.valueOf(edtf.year().getAsInt()) : "unknown");
  }

  private void addAct(String tactic, String completion) {
    add(COMPLETION, completion);
    var withGroups = taxonomies.withBroader("tactic", tactic);
    add(TACTIC_FAMILY, withGroups.get(withGroups.size() - 1));
    for (var code : withGroups) {
      add(TACTIC, code);
      add(ACT, act(code, completion));
    }
  }

  private void target(TargetProfile target) {
    add(TARGET, target.party());
    list(target.categories()).forEach(c -> add(TARGET_CATEGORY, c));
    list(target.protection()).forEach(p -> add(PROTECTION_STATUS, p.status()));
  }

  private void proceeding(Proceeding proceeding, LocalDate today) {
    add(PROCEEDING_TYPE, proceeding.type());
    add(PROCEEDING_STATUS, ProceedingState.of(proceeding, today).status());
    list(proceeding.caseNumbers()).forEach(n -> add(CASE_NUMBER, caseNumber(n.number())));
  }

  private void source(Source source) {
    add(SOURCE_TYPE, source.type());
    if (source.publisher() != null) {
      add(SOURCE_PUBLISHER, folded(source.publisher()));
    }
    if (source.url() != null) {
      add(SOURCE_URL, folded(source.url()));
    }
  }

  private void words(@Nullable Map<String, String> text) {
    if (text != null) {
      text.values().forEach(t -> SearchWords.of(t).forEach(w -> add(WORD, w)));
    }
  }

  private void add(String facet, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facets.add(new Facet(facet, value));
    }
  }

  static <T> List<T> list(@Nullable Collection<T> items) {
    return items == null ? List.of() : new ArrayList<>(items);
  }
}
