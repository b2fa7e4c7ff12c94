package org.tnregistry.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<IncidentEntity, UUID> {
  /** Those of the ids that name an incident the viewer can see. One statement, none for no ids. */
  Set<UUID> known(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            getEntityManager()
                .createQuery("select i.id from IncidentEntity i where i.id in ?1", UUID.class)
                .setParameter(1, ids)
                .getResultList());
  }

  /**
   * Locked until the transaction ends, so that of two concurrent amendments one is told it is
   * stale.
   */
  Optional<IncidentEntity> findForUpdate(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
