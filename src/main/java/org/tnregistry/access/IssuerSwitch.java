package org.tnregistry.access;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Naming an issuer is all it takes to accept its tokens: OpenID Connect is off exactly while none
 * is named. Quarkus by itself refuses to start when it is on without an issuer, so that every
 * operator would have to switch it on or off by a second property.
 */
public final class IssuerSwitch implements ConfigSourceInterceptor {
  private static final String ENABLED = "quarkus.oidc.tenant-enabled";
  private static final String ISSUER = "quarkus.oidc.auth-server-url";

  @Override
  public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    return name.equals(ENABLED) && !isPresent(context.restart(ISSUER))
        ? ConfigValue.builder().withName(ENABLED).withValue("false").build()
        : context.proceed(name);
  }

  private static boolean isPresent(@Nullable ConfigValue value) {
    return value != null && value.getValue() != null && !value.getValue().isBlank();
  }
}
