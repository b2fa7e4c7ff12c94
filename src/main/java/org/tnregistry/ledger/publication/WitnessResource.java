package org.tnregistry.ledger.publication;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.ledger.LedgerPermission;
import org.tnregistry.ledger.publication.WitnessView.WitnessList;

@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class WitnessResource {
  private final Witnesses witnesses;
  private final Cosigning cosigning;
  private final SecurityIdentity identity;

  WitnessResource(Witnesses witnesses, Cosigning cosigning, SecurityIdentity identity) {
    this.witnesses = witnesses;
    this.cosigning = cosigning;
    this.identity = identity;
  }

  @GET
  @Path("/witnesses")
  @PermissionsAllowed(LedgerPermission.READ)
  @Operation(operationId = "listWitnesses", summary = "List the keys that cosign checkpoints")
  public WitnessList list() {
    return new WitnessList(witnesses.all());
  }

  @POST
  @Path("/witnesses")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(LedgerPermission.WITNESS)
  @Operation(
      operationId = "registerWitness",
      summary = "Register a key with which one's own agency cosigns checkpoints")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = WitnessView.class)))
  @APIResponse(responseCode = "409", description = "The key is already registered")
  public RestResponse<WitnessView> register(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RegisterWitness.class)))
          RegisterWitness command) {
    var witness = witnesses.register(command, identity.getPrincipal().getName());
    return RestResponse.status(RestResponse.Status.CREATED, witness);
  }

  @POST
  @Path("/cosignatures")
  @Consumes(MediaType.TEXT_PLAIN)
  @PermissionsAllowed(LedgerPermission.WITNESS)
  @Operation(
      operationId = "cosignCheckpoint",
      summary = "Add the signature of one's own witness to a checkpoint (C2SP tlog-cosignature)")
  @APIResponse(
      responseCode = "201",
      description = "Taken; the checkpoint is served with it from now on",
      content = @Content(schema = @Schema(implementation = Cosignature.class)))
  @APIResponse(
      responseCode = "409",
      description = "The witness has already cosigned a larger checkpoint")
  public RestResponse<Cosignature> cosign(
      @RequestBody(
              required = true,
              description = "The checkpoint with the signature line of the witness",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_PLAIN,
                      schema = @Schema(type = SchemaType.STRING),
                      examples =
                          @ExampleObject(
                              name = "cosigned",
                              value =
                                  """
                                  example.com/behind-the-sofa
                                  20852163
                                  CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                                  — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                                  """)))
          String note) {
    return RestResponse.status(RestResponse.Status.CREATED, cosigning.cosign(note));
  }
}
