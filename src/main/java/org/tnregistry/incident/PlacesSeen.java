package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.Incidents.Version;

/**
 * Where, in one record as its reader sees it now, that stands what others pointed to: a part that
 * was marked since must not be told of by what was said about it before. For one request.
 */
public final class PlacesSeen {
  private final Incidents incidents;
  private final UUID incident;
  private @Nullable JsonNode now;

  public PlacesSeen(Incidents incidents, UUID incident) {
    this.incidents = incidents;
    this.incident = incident;
  }

  public JsonNode now() {
    if (now == null) {
      now = incidents.current(incident).map(Version::document).orElse(MissingNode.getInstance());
    }
    return now;
  }

  /**
   * What of the record everybody saw at an instant; empty when the reader does not see that state.
   */
  public Optional<JsonNode> then(Instant at) {
    return incidents.asOf(incident, at).map(Version::common);
  }

  /**
   * Empty for what the reader does not see in the record.
   *
   * @param items as {@link SharedPlaces#items} named them
   */
  public Optional<String> follow(String pointer, List<String> items) {
    return SharedPlaces.follow(pointer, items, now());
  }

  /**
   * Empty as well when it leads through a list and the reader does not see what that held.
   *
   * @param at when it led to the same for everybody
   */
  public Optional<String> follow(String pointer, Instant at) {
    return follow(pointer, then(at).map(was -> SharedPlaces.items(was, pointer)).orElse(List.of()));
  }
}
