package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.tnregistry.access.Handlings;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.DocumentSchema;

/** What a case document must fulfil. Works on unbound JSON, so that all faults are told at once. */
@ApplicationScoped
class CaseRules {
  static final String SCHEMA_ID = "/v1/schemas/case/1.0";

  private final Handlings handling;
  private final DocumentSchema<CaseDocument> schema;

  CaseRules(Handlings handling, CodeLists codes) {
    this.handling = handling;
    this.schema = DocumentSchema.of(CaseDocument.class, SCHEMA_ID, "Case file 1.0", codes);
  }

  JsonNode schema() {
    return schema.published();
  }

  /**
   * @param before what is amended; a missing node for a new document
   * @throws ProblemException 422 with every fault
   */
  CaseDocument require(JsonNode document, JsonNode before) {
    var faults = new ArrayList<>(schema.check(document));
    faults.replaceAll(RegistryView::ownedByTheRegistry);
    faults.addAll(handling.check(document, before));
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    return schema.bind(document);
  }
}
