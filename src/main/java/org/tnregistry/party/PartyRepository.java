package org.tnregistry.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PartyRepository implements PanacheRepositoryBase<PartyEntity, UUID> {}
