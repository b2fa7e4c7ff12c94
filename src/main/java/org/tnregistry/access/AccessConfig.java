package org.tnregistry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/** Who may enter. */
@ConfigMapping(prefix = "tnr.access")
interface AccessConfig {
  /**
   * SHA-256, as 64 lower-case hexadecimal digits, of the token with which the operator of a
   * registry without agencies registers the first ones. Ignored once an operator exists.
   */
  Optional<@Pattern(regexp = "[0-9a-f]{64}") String> operatorTokenSha256();

  /**
   * How long a credential is valid unless its issuer says otherwise. At most {@code maxValidity}.
   */
  @WithDefault("P90D")
  Duration defaultValidity();

  /** The longest validity a credential can be given. */
  @WithDefault("P366D")
  Duration maxValidity();

  /** The claim of an OIDC token that holds the handle of the agency its bearer acts for. */
  @WithDefault("tnr_agency")
  String oidcAgencyClaim();
}
