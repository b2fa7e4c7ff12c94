package org.tnregistry.access;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Lets whoever comes without a credential read incidents: those that are marked TLP:CLEAR, as the
 * policies in the database have it, and nothing else.
 */
@Singleton
class PublicReader implements SecurityIdentityAugmentor {
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext blocking) {
    if (!identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    var parts = Permission.INCIDENT_READ.split(":", 2);
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder(identity)
                .addAttribute(ViewerContext.PUBLIC_ATTRIBUTE, true)
                .addPermission(new StringPermission(parts[0], parts[1]))
                .build());
  }
}
