package org.tnregistry.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.tnregistry.shared.start.RefusedStart;
import org.tnregistry.shared.start.StartCheck;

/**
 * Stops the start on settings of OpenID Connect under which a token would prove less than this
 * registry takes it for.
 */
@ApplicationScoped
class IssuerChecks {
  private static final String PREFIX = "quarkus.oidc.";
  private static final String ISSUER = PREFIX + "auth-server-url";
  private static final Pattern NAMED_ISSUER =
      Pattern.compile("quarkus\\.oidc\\.(\"[^\"]+\"|[^.\"]+)\\.auth-server-url");

  private final Config config;

  IssuerChecks(Config config) {
    this.config = config;
  }

  /**
   * Again, because only Quarkus knows every way to name an issuer; and before demo agencies are
   * made: their credentials are printed once.
   */
  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY - 1) StartupEvent event) {
    check();
  }

  void check() {
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> NAMED_ISSUER.matcher(name).matches())
        .findAny()
        .ifPresent(
            name -> refuse(name, "only one issuer can be trusted: it speaks for all agencies"));
    if (value(ISSUER).isEmpty() || value(PREFIX + "tenant-enabled").equals("false")) {
      return;
    }
    var audience = List.of(value(PREFIX + "token.audience").split(",", -1));
    if (audience.contains("") || audience.contains("any")) {
      refuse(PREFIX + "token.audience", "tokens meant for other services would be accepted");
    }
    if (value(PREFIX + "token.issuer").equals("any")) {
      refuse(PREFIX + "token.issuer", "tokens of other issuers would be accepted");
    }
    if (value(PREFIX + "token.signature-algorithm").toLowerCase(Locale.ROOT).startsWith("hs")) {
      refuse(PREFIX + "token.signature-algorithm", "who can verify such a token can forge one");
    }
    if (value("tnr.mode").equals("production") && !value(ISSUER).startsWith("https:")) {
      refuse(ISSUER, "the issuer's keys would arrive over an unprotected connection; use https");
    }
  }

  private String value(String name) {
    return config.getOptionalValue(name, String.class).orElse("").strip();
  }

  /** An issuer over plain HTTP would be asked for its keys as soon as Quarkus starts. */
  public static final class BeforeTheStart implements StartCheck {
    @Override
    public List<String> refusals(Config config) {
      try {
        new IssuerChecks(config).check();
        return List.of();
      } catch (RefusedStart e) {
        return List.of(String.valueOf(e.getMessage()));
      }
    }
  }

  private static void refuse(String property, String reason) {
    throw new RefusedStart(property + " is refused: " + reason);
  }
}
