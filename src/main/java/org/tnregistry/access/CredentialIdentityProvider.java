package org.tnregistry.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Turns a token of the registry into an identity with its permissions and its viewer. */
@Singleton
class CredentialIdentityProvider implements IdentityProvider<CredentialRequest> {
  private final AgencyService agencies;
  private final ViewerContext context;

  CredentialIdentityProvider(AgencyService agencies, ViewerContext context) {
    this.agencies = agencies;
    this.context = context;
  }

  @Override
  public Class<CredentialRequest> getRequestType() {
    return CredentialRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      CredentialRequest request, AuthenticationRequestContext blocking) {
    return blocking.runBlocking(
        () ->
            context
                .asSystem("authenticating", () -> agencies.authenticate(request.token()))
                .map(CredentialIdentityProvider::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }

  static SecurityIdentity identity(Viewer viewer) {
    var builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(viewer.actor()))
            .addAttribute(ViewerContext.IDENTITY_ATTRIBUTE, viewer);
    for (var permission : viewer.permissions()) {
      var parts = permission.split(":", 2);
      builder.addPermission(new StringPermission(parts[0], parts[1]));
    }
    return builder.build();
  }
}
