package org.tnregistry.definition;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tnregistry.definition.rule.Profile;

/**
 * All definitions that the viewer may see: the registry's own and those that agencies published. A
 * definition of a quarantined agency is unknown to all others.
 */
@Singleton
public class DefinitionCatalogue {
  private final Definitions standard;
  private final AgencyDefinitions ofAgencies;

  DefinitionCatalogue(Definitions standard, AgencyDefinitions ofAgencies) {
    this.standard = standard;
    this.ofAgencies = ofAgencies;
  }

  /** The registry's own first; superseded versions too. Those of agencies come without rule. */
  List<Definition> all() {
    return Stream.concat(standard.all().stream(), ofAgencies.all().stream()).toList();
  }

  /** What is asked of a record where nobody names a definition: the registry's own, and these. */
  public List<Definition> current(@Nullable String agency) {
    var own =
        agency == null
            ? Stream.<Definition>of()
            : ofAgencies.all().stream()
                .filter(d -> agency.equals(d.publishedBy()) && d.supersededBy() == null);
    return Stream.concat(standard.current().stream(), own).toList();
  }

  /** The latest version. */
  public Optional<Definition> latest(String id) {
    return standard.current().stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .or(() -> ofAgencies.find(id, null));
  }

  public Optional<Definition> find(String id, String version) {
    return standard.find(id, version).or(() -> ofAgencies.find(id, version));
  }

  /** What judges answers by the rule of a definition. */
  public Optional<Profile> profile(String id, String version) {
    return standard.profile(id, version).or(() -> ofAgencies.profile(id, version));
  }
}
