package org.tnregistry.cases.pattern;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.taxonomy.Taxonomies;

/** Members of cases in tests, by number, and what a pattern cites. */
final class Members {
  static final LocalDate TODAY = LocalDate.of(2024, 9, 23);
  private static final Taxonomies TAXONOMIES = new Taxonomies();
  private static final Pattern ID =
      Pattern.compile("00000000-0000-0000-0000-0000000000(?<number>[0-9a-f]{2})");

  private Members() {}

  static UUID id(int number) {
    return new UUID(0, number);
  }

  static CaseMember member(int number, IncidentBuilder incident) {
    return member(number, "recorded", true, incident);
  }

  static CaseMember member(int number, String status, boolean assessed, IncidentBuilder incident) {
    var document = StoredJson.read(incident.json(), IncidentDocument.class);
    return new CaseMember(id(number), "TNR-" + number, status, assessed, document);
  }

  static PatternView pattern(CaseMember... members) {
    return pattern(Arrays.asList(members));
  }

  static PatternView pattern(Collection<CaseMember> members) {
    return org.tnregistry.cases.pattern.Pattern.of(members, true, Members::family, TODAY);
  }

  private static String family(String tactic) {
    var all = TAXONOMIES.withBroader("tactic", tactic);
    return all.get(all.size() - 1);
  }

  /** The numbers of all incidents that are named anywhere in a statement. */
  static List<Integer> cited(Object statement) {
    var numbers = new TreeSet<Integer>();
    var matcher = ID.matcher(Objects.toString(statement));
    while (matcher.find()) {
      numbers.add(Integer.parseInt(matcher.group("number"), 16));
    }
    return List.copyOf(numbers);
  }
}
