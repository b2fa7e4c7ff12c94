package org.tnregistry.cases.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tnregistry.access.Viewer;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@ApplicationScoped
class CaseFileRepository implements PanacheRepositoryBase<CaseFileEntity, UUID> {
  /**
   * @throws ProblemException 404, the same for one that does not exist and for one that the viewer
   *     cannot see
   */
  @Transactional
  CaseFileEntity require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /**
   * One of the viewer's agency, locked until the transaction ends.
   *
   * @throws ProblemException 404 as above; 403 for one of another agency, that exists is no secret
   *     to who sees it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  CaseFileEntity requireOwn(UUID id, Viewer viewer) {
    if (!require(id).owner.equals(viewer.agency())) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
    var locked = findById(id, LockModeType.PESSIMISTIC_WRITE);
    getEntityManager().refresh(locked);
    return locked;
  }
}
