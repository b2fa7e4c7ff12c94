package org.tnregistry.taxonomy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.shared.schema.CodeLists;

/** The published code lists, read once. Thread-safe. */
@Singleton
public class Taxonomies implements CodeLists {
  private record Publication(String scheme, String version) {}

  private final List<Taxonomy> all =
      PublishedData.readList("/taxonomy/index.json", Publication.class).stream()
          .map(
              p ->
                  PublishedData.read(
                      "/taxonomy/" + p.scheme() + "/" + p.version() + ".json", Taxonomy.class))
          .toList();

  public List<Taxonomy> all() {
    return all;
  }

  /** Of each list the latest published version. */
  List<Taxonomy> current() {
    return all.stream()
        .map(Taxonomy::scheme)
        .distinct()
        .map(scheme -> current(scheme).orElseThrow())
        .toList();
  }

  /** The latest published version. */
  public Optional<Taxonomy> current(String scheme) {
    return all.stream().filter(t -> t.scheme().equals(scheme)).reduce((earlier, later) -> later);
  }

  Optional<Taxonomy> version(String scheme, String version) {
    return all.stream()
        .filter(t -> t.scheme().equals(scheme) && t.version().equals(version))
        .findFirst();
  }

  @Override
  public Optional<CodeList> codes(String scheme) {
    return current(scheme)
        .map(
            t ->
                new CodeList(
                    t.version(),
                    t.concepts().stream()
                        .filter(c -> c.deprecated() == null)
                        .map(Concept::code)
                        .toList(),
                    t.concepts().stream()
                        .filter(c -> c.deprecated() != null)
                        .collect(
                            Collectors.toMap(
                                Concept::code,
                                c -> Objects.requireNonNull(c.deprecated()).replacedBy()))));
  }

  /**
   * The code and, nearest first, the groups it belongs to; only itself when the list has no groups.
   */
  public List<String> withBroader(String scheme, String code) {
    var taxonomy = current(scheme).orElseThrow();
    return Stream.iterate(
            Optional.of(code),
            Optional::isPresent,
            c -> c.flatMap(taxonomy::concept).flatMap(x -> Optional.ofNullable(x.broader())))
        .map(Optional::get)
        .toList();
  }
}
