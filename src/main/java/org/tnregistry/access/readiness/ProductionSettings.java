package org.tnregistry.access.readiness;

import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.tnregistry.shared.start.StartCheck;

/** Production mode connects to nothing on settings that would betray what it sends. */
public final class ProductionSettings implements StartCheck {
  @Override
  public List<String> refusals(Config config) {
    return config.getValue("tnr.mode", String.class).equals("production")
        ? new ConfigurationSafety(config).found().stream().map(Unsafe::toString).toList()
        : List.of();
  }

  @Override
  public List<String> refusalsOfCommands(Config config) {
    return new ConfigurationSafety(config).unprotected().stream().map(Unsafe::toString).toList();
  }
}
