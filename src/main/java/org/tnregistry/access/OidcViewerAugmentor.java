package org.tnregistry.access;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tnregistry.shared.schema.Lexical;

/**
 * Finds the agency that the bearer of an OpenID Connect token acts for. The token names it in a
 * claim; its scope says which of the registry's permissions the bearer has. A token without a known
 * agency is no identity here.
 *
 * <p>Nothing of the identity that Quarkus made from the token is kept: it holds every scope as a
 * permission, those of the registry's operator included.
 */
@Singleton
class OidcViewerAugmentor implements SecurityIdentityAugmentor {
  /** A subject: 1 to 255 visible ASCII characters (OpenID Connect Core 1.0, section 2). */
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

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
    if (identity.isAnonymous() || identity.getAttribute(ViewerContext.IDENTITY_ATTRIBUTE) != null) {
      return Uni.createFrom().item(identity);
    }
    return blocking.runBlocking(
        () ->
            verified(identity)
                .flatMap(this::viewer)
                .map(CredentialIdentityProvider::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }

  /** Empty for a token that only the issuer's word vouches for: nobody has checked its audience. */
  private static Optional<JsonWebToken> verified(SecurityIdentity identity) {
    return identity.getAttribute(OidcUtils.INTROSPECTION_ATTRIBUTE) == null
            && identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.of(token)
        : Optional.empty();
  }

  private Optional<Viewer> viewer(JsonWebToken token) {
    var handle =
        text(token, config.oidcAgencyClaim())
            .filter(Lexical.HANDLE::accepts)
            // Its tasks are beyond any token, its credentials too.
            .filter(Predicate.not(OperatorAgency.HANDLE::equals));
    var subject = text(token, "sub").filter(SUBJECT.asMatchPredicate());
    if (handle.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    var permissions = Permission.ofScope(text(token, "scope").orElse(""));
    return context.asSystem(
        "authenticating", () -> agencies.bearer(handle.get(), subject.get(), permissions));
  }

  private static Optional<String> text(JsonWebToken token, String claim) {
    return token.<Object>getClaim(claim) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
