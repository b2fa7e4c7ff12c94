package org.tnregistry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ViewerContextTest {
  /** What no setting of the database can hold. */
  private static final String REFUSED = "\0";

  @Inject ViewerContext context;
  @Inject CurrentIdentityAssociation identities;
  @Inject AgencyService agencies;

  @Test
  void aTransactionThatCannotSayWhoIsAskingDoesNotStayWithItsThread() {
    assertThrows(
        RuntimeException.class,
        () -> context.asSystem(REFUSED, () -> agencies.authenticate("tnr_unknown")));
    assertEquals(Status.STATUS_NO_TRANSACTION, QuarkusTransaction.getStatus());
    assertEquals(
        Optional.empty(),
        context.asSystem("authenticating", () -> agencies.authenticate("tnr_unknown")));
  }

  @Test
  void aTransactionOfAnInvalidTokenDoesNotStayWithItsThread() {
    var request = Arc.container().requestContext();
    request.activate();
    try {
      identities.setIdentity(Uni.createFrom().failure(new AuthenticationFailedException()));
      assertThrows(
          AuthenticationFailedException.class,
          () -> QuarkusTransaction.requiringNew().run(() -> {}));
      assertEquals(Status.STATUS_NO_TRANSACTION, QuarkusTransaction.getStatus());
    } finally {
      request.terminate();
    }
  }
}
