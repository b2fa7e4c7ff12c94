package org.tnregistry.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tnregistry.shared.crypto.PrfKeys;

/**
 * Stops the start without a master key, makes and loads the keys that it wraps, and seals what an
 * older release kept in clear.
 */
@ApplicationScoped
class KeyCustody {
  private final PrfKeys fingerprints;
  private final KeptAnswers answers;
  private final ViewerContext context;

  KeyCustody(PrfKeys fingerprints, KeptAnswers answers, ViewerContext context) {
    this.fingerprints = fingerprints;
    this.answers = answers;
    this.context = context;
  }

  /** Before demo agencies are made: their credentials are printed once. */
  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY - 1) StartupEvent event) {
    context.asSystem(
        "keeping-keys",
        () -> {
          QuarkusTransaction.requiringNew().run(fingerprints::load);
          while (QuarkusTransaction.requiringNew().call(answers::sealClear) > 0) {}
          return null;
        });
  }
}
