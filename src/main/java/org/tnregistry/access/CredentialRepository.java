package org.tnregistry.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<CredentialEntity, UUID> {
  Optional<CredentialEntity> findByTokenHash(byte[] hash) {
    return find("from CredentialEntity c join fetch c.agency where c.tokenHash = ?1", hash)
        .firstResultOptional();
  }

  List<CredentialEntity> ofAgency(UUID agency) {
    return list("agency.id = ?1 order by createdAt, id", agency);
  }
}
