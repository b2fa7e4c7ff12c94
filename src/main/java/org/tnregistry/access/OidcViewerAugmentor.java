package org.tnregistry.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Finds the agency that the bearer of an OpenID Connect token acts for. The token names it in a
 * claim; its scope says which of the registry's permissions the bearer has. A token without a known
 * agency is no identity here.
 */
@Singleton
class OidcViewerAugmentor implements SecurityIdentityAugmentor {
  private final AgencyService agencies;
  private final ViewerContext context;
  private final AccessConfig config;

  OidcViewerAugmentor(AgencyService agencies, ViewerContext context, AccessConfig config) {
    this.agencies = agencies;
    this.context = context;
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext blocking) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return blocking.runBlocking(() -> withViewer(identity, token));
  }

  private SecurityIdentity withViewer(SecurityIdentity identity, JsonWebToken token) {
    String handle = token.getClaim(config.oidcAgencyClaim());
    String scope = token.getClaim("scope");
    if (handle == null || token.getSubject() == null) {
      throw new AuthenticationFailedException();
    }
    return context
        .asSystem(
            "authenticating",
            () ->
                agencies.bearer(
                    handle, token.getSubject(), Permission.ofScope(scope == null ? "" : scope)))
        .map(
            viewer ->
                CredentialIdentityProvider.identity(
                    QuarkusSecurityIdentity.builder(identity), viewer))
        .orElseThrow(AuthenticationFailedException::new);
  }
}
