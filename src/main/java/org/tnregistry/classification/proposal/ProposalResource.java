package org.tnregistry.classification.proposal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.classification.proposal.ProposedAnswer.Proposal;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.DefinitionCatalogue;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.Incidents.Version;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/assessments/proposal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classification")
class ProposalResource {
  private final Incidents incidents;
  private final DefinitionCatalogue catalogue;

  ProposalResource(Incidents incidents, DefinitionCatalogue catalogue) {
    this.incidents = incidents;
    this.catalogue = catalogue;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "proposeAssessment",
      summary = "Read which answers to the elements of a definition the record implies",
      description =
          "With reasons and pointers into the record as its reader sees it. None counts until"
              + " somebody posts it.")
  public Proposal propose(
      @PathParam("id") UUID id,
      @Parameter(required = true) @QueryParam("definition") @Nullable String definition,
      @Parameter(description = "The current one when it is left out") @QueryParam("version")
          @Nullable String version) {
    var asked = require(definition, version);
    return incidents
        .current(id)
        .map(record -> proposal(asked, record))
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  private static Proposal proposal(Definition asked, Version record) {
    var items = Implications.of(record.document(), asked.elements());
    var implied = items.stream().map(ProposedAnswer::element).toList();
    return new Proposal(
        asked.id(),
        asked.version(),
        record.revision(),
        items,
        asked.elements().stream().filter(e -> !implied.contains(e)).toList());
  }

  private Definition require(@Nullable String id, @Nullable String version) {
    var current = id == null ? Optional.<Definition>empty() : catalogue.latest(id);
    if (current.isEmpty()) {
      throw refused(
          new Fault("unknown-definition", "definition", "No such definition is published."));
    }
    if (version != null && !version.equals(current.get().version())) {
      throw refused(
          new Fault(
              "unknown-definition-version",
              "version",
              "Answers are taken to the current version only."));
    }
    return current.get();
  }

  private static ProblemException refused(Fault fault) {
    return new ProblemException(StandardProblem.INVALID_PARAMETER, List.of(fault));
  }
}
