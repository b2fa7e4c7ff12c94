package org.tnregistry.cases.casefile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.paging.PageQuery;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.Lexical;

/** The query parameters of the list of case files. */
class CaseQuery extends PageQuery {
  @RestQuery
  @Parameter(
      description = "A code of the taxonomy case-kind",
      schema = @Schema(examples = "target"))
  @Nullable String kind;

  @RestQuery
  @Parameter(description = "Id of an incident that is in the case file")
  @Nullable String incident;

  /**
   * @throws ProblemException 400 when it is no id
   */
  @Nullable UUID incidentId() {
    if (incident == null) {
      return null;
    }
    if (!Lexical.UUID.accepts(incident)) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault("invalid-format", "incident", Lexical.UUID.sentence() + " is expected.")));
    }
    return UUID.fromString(incident);
  }

  /**
   * @param known the codes of case-kind
   * @throws ProblemException 400 when it is none of them
   */
  @Nullable String kindAmong(Collection<String> known) {
    if (kind != null && !known.contains(kind)) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault("unknown-code", "kind", "A code of the taxonomy case-kind is expected.")));
    }
    return kind;
  }
}
