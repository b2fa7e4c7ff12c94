package org.tnregistry.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@ApplicationScoped
class PartyRepository implements PanacheRepositoryBase<PartyEntity, UUID> {
  /**
   * Those of the ids that name no party the viewer can see. One statement, none for no ids; names
   * are not read.
   */
  Set<UUID> unknownAmong(Collection<UUID> ids) {
    var unknown = new HashSet<>(ids);
    if (!unknown.isEmpty()) {
      getEntityManager()
          .createQuery("select p.id from PartyEntity p where p.id in ?1", UUID.class)
          .setParameter(1, Set.copyOf(unknown))
          .getResultList()
          .forEach(unknown::remove);
    }
    return unknown;
  }

  PartyEntity require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /**
   * One of the viewer's own, which alone it can lock; until the transaction ends, so that of two
   * concurrent amendments one is told it is stale.
   */
  PartyEntity requireForUpdate(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }
}
