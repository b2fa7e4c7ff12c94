package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.PlacesSeen;
import org.tnregistry.incident.document.Claim;
import org.tnregistry.incident.document.HostResponse;
import org.tnregistry.incident.document.Source;
import org.tnregistry.shared.json.Pointers;

/**
 * What of a contribution others see than its author and the owner of the record: no more of the
 * record's parts than the record shows them. Pure but for the record that is looked at.
 */
final class ShownParts {
  private final PlacesSeen record;
  private final Parts parts;

  ShownParts(PlacesSeen record, Parts parts) {
    this.record = record;
    this.parts = parts;
  }

  /** Each part that was taken in as far as the reader sees it in the record. */
  Parts accepted(String prefix) {
    var sources = seen("sources", list(parts.sources()), prefix);
    var names = ids(sources);
    return new Parts(
        sources,
        IntStream.range(0, list(parts.claims()).size())
            .mapToObj(
                i ->
                    item("claims", prefix + (i + 1))
                        .map(is -> at(list(parts.claims()).get(i), is.path("pointer").asText())))
            .flatMap(Optional::stream)
            .filter(claim -> names.contains(claim.source()))
            .toList(),
        seen("responses", list(parts.responses()), prefix).stream()
            .map(response -> citing(response, names))
            .toList(),
        parts.counterView());
  }

  /**
   * No claim about what the reader does not see, and no source that is there for such claims alone.
   *
   * @param anchors by claim, the items that its pointer led through
   */
  Parts offered(Map<String, List<String>> anchors, Instant filedAt) {
    var claims =
        list(parts.claims()).stream()
            .map(claim -> followed(claim, anchors.getOrDefault(claim.id(), List.of()), filedAt))
            .flatMap(Optional::stream)
            .toList();
    var needless = new HashSet<String>();
    list(parts.claims()).forEach(claim -> needless.add(claim.source()));
    claims.forEach(claim -> needless.remove(claim.source()));
    list(parts.responses()).forEach(r -> list(r.sources()).forEach(needless::remove));
    return new Parts(
        list(parts.sources()).stream().filter(s -> !needless.contains(s.id())).toList(),
        claims,
        parts.responses(),
        parts.counterView());
  }

  private Optional<Claim> followed(Claim claim, List<String> items, Instant filedAt) {
    return record
        .follow(claim.pointer(), items)
        .filter(place -> !tellsOfMore(claim, record.now().at(place), filedAt))
        .map(place -> at(claim, place));
  }

  /** Whether it is about, or names, parts that the record held and does not show the reader. */
  private boolean tellsOfMore(Claim claim, JsonNode is, Instant filedAt) {
    if (!is.isContainerNode() && !claim.value().isContainerNode()) {
      return false;
    }
    var then = record.then(filedAt);
    if (then.isEmpty()) {
      return holdsAList(is) || holdsAList(claim.value());
    }
    var hidden = parts(then.get());
    hidden.removeAll(parts(record.now()));
    var gone =
        hidden.stream()
            .map(part -> part.substring(part.indexOf('/') + 1))
            .collect(Collectors.toSet());
    return names(gone, claim.value())
        || Pointers.resolve(then.get(), claim.pointer()).map(was -> names(gone, was)).orElse(true);
  }

  /** Such as {@code targets/t1}: parts of two lists may have one local id. */
  private static Set<String> parts(JsonNode document) {
    var parts = new HashSet<String>();
    document
        .properties()
        .forEach(
            member ->
                children(member.getValue())
                    .filter(item -> item.has("id"))
                    .forEach(item -> parts.add(member.getKey() + "/" + item.path("id").asText())));
    return parts;
  }

  private static boolean names(Set<String> parts, JsonNode node) {
    return (node.isTextual() && parts.contains(node.asText()))
        || children(node).anyMatch(child -> names(parts, child));
  }

  private static boolean holdsAList(JsonNode node) {
    return node.isArray() || children(node).anyMatch(ShownParts::holdsAList);
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private <T> List<T> seen(String list, List<T> given, String prefix) {
    return IntStream.range(0, given.size())
        .filter(i -> item(list, prefix + (i + 1)).isPresent())
        .mapToObj(given::get)
        .toList();
  }

  private Optional<JsonNode> item(String list, String id) {
    return children(record.now().path(list))
        .filter(item -> item.path("id").asText().equals(id))
        .findFirst();
  }

  private static Claim at(Claim claim, String pointer) {
    return new Claim(
        claim.id(),
        pointer,
        claim.value(),
        claim.source(),
        claim.passage(),
        claim.preferred(),
        claim.note(),
        claim.handling());
  }

  private static HostResponse citing(HostResponse response, Set<String> sources) {
    return new HostResponse(
        response.id(),
        response.state(),
        response.type(),
        response.date(),
        response.body(),
        response.description(),
        list(response.sources()).stream().filter(sources::contains).toList(),
        response.handling());
  }

  private static Set<String> ids(List<Source> sources) {
    var ids = new HashSet<String>();
    sources.forEach(source -> ids.add(source.id()));
    return ids;
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return Objects.requireNonNullElse(items, List.of());
  }
}
