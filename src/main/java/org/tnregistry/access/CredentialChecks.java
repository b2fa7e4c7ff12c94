package org.tnregistry.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.DocumentSchema;
import org.tnregistry.shared.schema.Lexical;

/**
 * What a credential must be before it is issued. Works on unbound JSON, so that all faults are told
 * at once.
 */
@Singleton
class CredentialChecks {
  private final DocumentSchema<IssueCredential> schema;
  private final AccessConfig config;
  private final Clock clock;

  CredentialChecks(CodeLists codes, AccessConfig config, Clock clock) {
    this.schema =
        DocumentSchema.of(
            IssueCredential.class, "/v1/schemas/IssueCredential", "A credential", codes);
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 422 with every fault
   */
  IssueCredential require(JsonNode document, Viewer issuer) {
    var faults = new ArrayList<>(schema.check(document));
    moreThanHeld(document.path("permissions"), issuer, faults);
    expiry(document.path("expiresAt").asText(), faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    return schema.bind(document);
  }

  private static void moreThanHeld(JsonNode permissions, Viewer issuer, List<Fault> faults) {
    var held = issuer.permissions();
    boolean operator = held.contains(Permission.REGISTRY_ADMINISTER);
    for (int i = 0; i < permissions.size(); i++) {
      var permission = permissions.path(i);
      if (permission.isTextual()
          && !held.contains(permission.asText())
          && !(operator && Permission.OF_MEMBERS.contains(permission.asText()))) {
        faults.add(
            new Fault(
                "permission-not-held",
                "#/permissions/" + i,
                "Only permissions that the issuer holds can be given."));
      }
    }
  }

  /** What is no instant the schema finds. */
  private void expiry(String text, List<Fault> faults) {
    var now = clock.instant();
    if (Lexical.INSTANT.accepts(text)
        && (!Instant.parse(text).isAfter(now)
            || Instant.parse(text).isAfter(now.plus(config.maxValidity())))) {
      faults.add(
          new Fault(
              "out-of-range",
              "#/expiresAt",
              "The expiry must lie in the future, at most "
                  + config.maxValidity().toDays()
                  + " days from now."));
    }
  }
}
