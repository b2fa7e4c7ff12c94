package org.tnregistry.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PartyRepository implements PanacheRepositoryBase<PartyEntity, UUID> {
  /**
   * Locked until the transaction ends, so that of two concurrent amendments one is told it is
   * stale.
   */
  Optional<PartyEntity> findForUpdate(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
