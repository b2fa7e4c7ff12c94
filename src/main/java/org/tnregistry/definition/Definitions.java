package org.tnregistry.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tnregistry.definition.rule.FlawedRuleException;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.definition.rule.Scale;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.taxonomy.Taxonomies;

/**
 * The definitions that the registry ships and the elements they rule over, read once. A definition
 * whose rule cannot be used stops the start. Thread-safe.
 */
@Singleton
@Startup
public class Definitions {
  private record Publication(String id, String version) {
    static Publication of(Definition d) {
      return new Publication(d.id(), d.version());
    }

    String file() {
      return "/definition/" + id + "/" + version + "/definition.json";
    }
  }

  private record Elements(String version, List<Element> elements) {}

  private final List<Definition> all =
      superseding(
          PublishedData.readList("/definition/index.json", Publication.class).stream()
              .map(p -> PublishedData.read(p.file(), Definition.class))
              .toList());
  private final List<Element> elements =
      PublishedData.read("/definition/elements/1.0.json", Elements.class).elements();
  private final Map<String, Scale> scales;
  private final Map<Publication, Profile> profiles = new HashMap<>();

  public Definitions(Taxonomies taxonomies) {
    scales = ElementScales.of(elements, taxonomies);
    for (var definition : all) {
      var publication = Publication.of(definition);
      try {
        profiles.put(publication, RuleReader.profile(definition, scales));
      } catch (FlawedRuleException e) {
        throw new IllegalStateException(publication.file() + ": " + e.getMessage(), e);
      }
    }
  }

  public List<Definition> all() {
    return all;
  }

  /**
   * Each with the version that supersedes it.
   *
   * @param published in the order of publication
   */
  static List<Definition> superseding(List<Definition> published) {
    return IntStream.range(0, published.size())
        .mapToObj(
            i ->
                published.subList(i + 1, published.size()).stream()
                    .filter(later -> later.id().equals(published.get(i).id()))
                    .findFirst()
                    .map(later -> published.get(i).supersededBy(later.version()))
                    .orElse(published.get(i)))
        .toList();
  }

  /** The latest published version of each. */
  public List<Definition> current() {
    return all.stream().filter(d -> d.supersededBy() == null).toList();
  }

  public List<Element> elements() {
    return elements;
  }

  public Optional<Definition> find(String id, String version) {
    return all.stream().filter(d -> d.id().equals(id) && d.version().equals(version)).findFirst();
  }

  /** What judges answers by the rule of a definition. */
  public Optional<Profile> profile(String id, String version) {
    return Optional.ofNullable(profiles.get(new Publication(id, version)));
  }

  /**
   * What judges by a rule that no file holds.
   *
   * @throws FlawedRuleException when it cannot be used
   */
  Profile profile(JsonNode rule) {
    return RuleReader.profile(rule, scales);
  }

  /** The same of a rule that was published before, also by bounds that are narrower today. */
  Profile ofPublished(JsonNode rule) {
    return RuleReader.ofPublished(rule, scales);
  }

  /** What reads the answers to an element. */
  public Optional<Scale> scale(String element) {
    return Optional.ofNullable(scales.get(element));
  }
}
