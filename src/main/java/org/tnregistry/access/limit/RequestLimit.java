package org.tnregistry.access.limit;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.ViewerContext;

/**
 * Limits requests per minute: those of a person as soon as the credential is known to be good,
 * those of nobody by their address and all together. A person, not a credential, has the limit, so
 * that a second credential is no second limit.
 */
@ApplicationScoped
class RequestLimit implements SecurityIdentityAugmentor {
  /** After the one that finds the agency of a token. */
  private static final int LAST = -100;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Limits limits;
  private final Limit ofPersons;
  private final Limit ofAddresses;
  private final Limit ofThePublic;

  RequestLimit(Limits limits, LimitsConfig config) {
    this.limits = limits;
    this.ofPersons = new Limit("default", config.requestsPerMinute(), WINDOW);
    this.ofAddresses = new Limit("anonymous", config.anonymousRequestsPerMinute(), WINDOW);
    this.ofThePublic = new Limit("public", config.allAnonymousRequestsPerMinute(), WINDOW);
  }

  @Override
  public int priority() {
    return LAST;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext blocking) {
    return Uni.createFrom().item(identity);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity,
      AuthenticationRequestContext blocking,
      Map<String, Object> attributes) {
    var request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
    return request == null || ViewerContext.of(identity).isEmpty()
        ? Uni.createFrom().item(identity)
        : blocking.runBlocking(() -> counted(identity, request));
  }

  private SecurityIdentity counted(SecurityIdentity identity, RoutingContext request) {
    var person = ViewerContext.of(identity).orElseThrow();
    Told.orRefuse(request, limits.take(person.actor(), ofPersons));
    return identity;
  }

  /** Whoever has shown no credential by now needs none for this operation. */
  @ServerRequestFilter
  public void countAnonymous(ContainerRequestContext request, @Nullable RoutingContext routing) {
    if (routing != null && !Told.isCounted(routing)) {
      Told.orRefuse(routing, limits.take(ClientAddress.of(routing), ofAddresses));
      Told.orRefuse(routing, limits.take("", ofThePublic));
    }
  }
}
