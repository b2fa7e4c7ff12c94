package org.tnregistry.definition;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tnregistry.shared.json.PublishedData;

/** The published definitions and the elements they rule over, read once. Thread-safe. */
@Singleton
public class Definitions {
  private record Publication(String id, String version) {}

  private record Elements(String version, List<Element> elements) {}

  private final List<Definition> all =
      PublishedData.readList("/definition/index.json", Publication.class).stream()
          .map(
              p ->
                  PublishedData.read(
                      "/definition/" + p.id() + "/" + p.version() + "/definition.json",
                      Definition.class))
          .toList();
  private final List<Element> elements =
      PublishedData.read("/definition/elements/1.0.json", Elements.class).elements();

  public List<Definition> all() {
    return all;
  }

  public List<Element> elements() {
    return elements;
  }

  public Optional<Definition> find(String id, String version) {
    return all.stream().filter(d -> d.id().equals(id) && d.version().equals(version)).findFirst();
  }
}
