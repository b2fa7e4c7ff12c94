package org.tnregistry.classification.reevaluation;

import jakarta.inject.Singleton;

/** A round of the background task, for tests of other packages. */
@Singleton
public class ReevaluationRound {
  private final Reevaluator reevaluator;

  ReevaluationRound(Reevaluator reevaluator) {
    this.reevaluator = reevaluator;
  }

  public void evaluate() {
    reevaluator.evaluateAll();
  }
}
