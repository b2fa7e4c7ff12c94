package org.tnregistry.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What other features may ask about agencies. */
@ApplicationScoped
public class Agencies {
  private final AgencyRepository agencies;

  Agencies(AgencyRepository agencies) {
    this.agencies = agencies;
  }

  /** Those of the handles that no agency has. One statement, none for no handles. */
  @Transactional
  public Set<String> unknownAmong(Collection<String> handles) {
    if (handles.isEmpty()) {
      return Set.of();
    }
    var known =
        agencies.list("handle in ?1", handles).stream()
            .map(a -> a.handle)
            .collect(Collectors.toSet());
    return handles.stream().filter(h -> !known.contains(h)).collect(Collectors.toSet());
  }
}
