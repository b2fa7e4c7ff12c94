package org.tnregistry.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Loads published material on behalf of the demo organisation, as two people of it would post it.
 * Local mode only, and tests.
 */
@ApplicationScoped
public class ReferenceLoad {
  private static final Logger LOG = Logger.getLogger(ReferenceLoad.class);
  private static final int TIMEOUT_SECONDS = 300;

  private final DemoAgencies demo;
  private final ViewerContext context;

  ReferenceLoad(DemoAgencies demo, ViewerContext context) {
    this.demo = demo;
    this.context = context;
  }

  /**
   * At a start in local mode.
   *
   * @param what it loads, for the log
   * @param load answers how many were loaded
   */
  public void atStart(String what, IntSupplier load) {
    int loaded = demo.isLocal() ? load.getAsInt() : 0;
    if (loaded > 0) {
      LOG.infof("Loaded %d reference %s for the agency %s", loaded, what, DemoAgencies.NGO);
    }
  }

  /**
   * As the first person, in one transaction: all or, when it was done already, none.
   *
   * @param all answers how many it loaded
   * @return how many were loaded
   */
  public int once(BooleanSupplier isDone, IntSupplier all) {
    return context.as(
        analyst(),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> isDone.getAsBoolean() ? 0 : all.getAsInt()));
  }

  /** Who posts. */
  public Viewer analyst() {
    return demo.person(DemoAgencies.NGO, "reference-analyst");
  }

  /** Who stands behind what the first posted. */
  public Viewer reviewer() {
    return demo.person(DemoAgencies.NGO, "reference-reviewer");
  }
}
