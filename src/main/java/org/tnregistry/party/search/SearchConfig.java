package org.tnregistry.party.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** What a search by name answers. */
@ConfigMapping(prefix = "tnr.party.search")
interface SearchConfig {
  /**
   * From which score on, 0 to 1, a candidate counts as a match unless the search says otherwise.
   */
  @WithDefault("0.7")
  @DecimalMin("0")
  @DecimalMax("1")
  double threshold();

  /** Below which score a candidate is not told at all. */
  @WithDefault("0.5")
  @DecimalMin("0")
  @DecimalMax("1")
  double cutoff();
}
