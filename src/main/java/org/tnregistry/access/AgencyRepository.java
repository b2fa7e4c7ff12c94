package org.tnregistry.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AgencyRepository implements PanacheRepositoryBase<AgencyEntity, UUID> {
  Optional<AgencyEntity> findByHandle(String handle) {
    return find("handle", handle).firstResultOptional();
  }
}
