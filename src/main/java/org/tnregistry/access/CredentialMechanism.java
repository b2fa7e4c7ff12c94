package org.tnregistry.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bearer tokens that the registry issued itself. Other signed tokens are left to OpenID Connect,
 * which by itself would wait for a mute issuer without end. What is neither is refused: Quarkus
 * fails on some of it, and would ask the issuer about the rest.
 */
@Singleton
class CredentialMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";

  /** Three parts in base64url, divided by dots (JWS compact serialization, RFC 7515). */
  private static final Pattern SIGNED_TOKEN =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private static final int BEFORE_OPENID_CONNECT = 2_000;

  private final OidcAuthenticationMechanism openIdConnect;
  private final Duration issuerLimit;

  CredentialMechanism(
      OidcAuthenticationMechanism openIdConnect,
      @ConfigProperty(name = "quarkus.oidc.connection-timeout") Duration issuerLimit) {
    this.openIdConnect = openIdConnect;
    this.issuerLimit = issuerLimit;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    var header = context.request().getHeader("Authorization");
    if (header == null) {
      return Uni.createFrom().nullItem();
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      // Whoever sends something means to be known, and must not be answered as the public.
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    var token = header.substring(SCHEME.length()).strip();
    if (token.startsWith(Token.PREFIX)) {
      return identityProviders.authenticate(
          HttpSecurityUtils.setRoutingContextAttribute(new CredentialRequest(token), context));
    }
    if (!SIGNED_TOKEN.matcher(token).matches()) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return openIdConnect
        .authenticate(context, identityProviders)
        .ifNoItem()
        .after(issuerLimit)
        .failWith(() -> new OIDCException("the issuer does not answer"))
        .onItem()
        .ifNull()
        .failWith(AuthenticationFailedException::new);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(CredentialRequest.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_OPENID_CONNECT;
  }
}
