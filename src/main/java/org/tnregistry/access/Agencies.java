package org.tnregistry.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other features may ask about agencies. */
@ApplicationScoped
public class Agencies {
  private final AgencyRepository agencies;

  Agencies(AgencyRepository agencies) {
    this.agencies = agencies;
  }

  /**
   * A member agency.
   *
   * @param governmental whether it belongs to a state, or to a body that states formed
   */
  public record Member(UUID id, boolean governmental) {}

  /** The ids of all agencies, for tasks of the registry itself. */
  @Transactional
  public List<UUID> all() {
    return agencies.streamAll().map(a -> a.id).toList();
  }

  /** The handles of agencies, by id. One statement, none for no ids. */
  @Transactional
  public Map<UUID, String> handlesOf(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : agencies.list("id in ?1", ids).stream()
            .collect(Collectors.toMap(a -> a.id, a -> a.handle));
  }

  /** The agencies of the handles, by handle. One statement, none for no handles. */
  @Transactional
  public Map<String, Member> named(Collection<String> handles) {
    return handles.isEmpty()
        ? Map.of()
        : agencies.list("handle in ?1", handles).stream()
            .collect(Collectors.toMap(a -> a.handle, a -> new Member(a.id, !a.kind.equals("ngo"))));
  }
}
