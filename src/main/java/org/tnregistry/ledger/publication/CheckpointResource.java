package org.tnregistry.ledger.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.tree.SigningKey;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Hashes and signatures only, for everybody: the more people keep them, the less can be changed
 * unseen. Bundles of entries, which tlog-tiles knows as well, are not served: leaves hold
 * identifiers.
 */
@Path("/v1/ledger")
@PermitAll
@Tag(
    name = "Ledger",
    description = "Proofs that nothing was altered, deleted, inserted or put in another order")
class CheckpointResource {
  private static final String TEXT = "text/plain;charset=utf-8";

  /** A new checkpoint must not hide behind an old one for longer. */
  private static final String SECONDS = "public, max-age=5";

  private static final String HOUR = "public, max-age=3600";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final PublishedTree tree;
  private final SigningKey key;

  CheckpointResource(PublishedTree tree, SigningKey key) {
    this.tree = tree;
    this.key = key;
  }

  @GET
  @Path("/checkpoint")
  @Produces(TEXT)
  @Operation(
      operationId = "readCheckpoint",
      summary = "Read the last signed state of the ledger (C2SP tlog-checkpoint)")
  @APIResponse(
      responseCode = "200",
      description = "Origin, size and root, signed, with the cosignatures of witnesses",
      content =
          @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "Nothing was signed yet, or nothing cosigned")
  public RestResponse<String> checkpoint(
      @RestQuery
          @Parameter(
              description = "true for the last one that a witness has cosigned",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"true", "false"}))
          @Nullable String cosigned) {
    if (cosigned != null && !cosigned.equals("true") && !cosigned.equals("false")) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(new Fault("invalid-format", "cosigned", "Either true or false is expected.")));
    }
    var note = tree.checkpoint("true".equals(cosigned)).orElseThrow(CheckpointResource::none);
    return RestResponse.ResponseBuilder.ok(note).header("Cache-Control", SECONDS).build();
  }

  @GET
  @Path("/verifier-key")
  @Produces(TEXT)
  @Operation(
      operationId = "readVerifierKey",
      summary = "Read the key that verifies checkpoints (C2SP signed-note)")
  @APIResponse(
      responseCode = "200",
      description = "Name, id and key. Compare it with one that reached you another way",
      content =
          @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
  public RestResponse<String> verifierKey() {
    return RestResponse.ResponseBuilder.ok(key.signer().verifierKey() + "\n")
        .header("Cache-Control", HOUR)
        .build();
  }

  @GET
  @Path("/tile/{level}/{tile: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "readTile",
      summary = "Read hashes of the ledger's Merkle tree (C2SP tlog-tiles); entries are not served")
  @APIResponse(
      responseCode = "200",
      description = "Up to 256 hashes of 32 bytes, one after the other",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public RestResponse<byte[]> tile(
      @PathParam("level")
          @Parameter(description = "0 for hashes of leaves, 1 for hashes of full tiles of level 0")
          String level,
      @PathParam("tile")
          @Parameter(
              description =
                  "Number in groups of three digits, such as 067 or x001/x234/067; with .p/112 behind"
                      + " it, the first 112 hashes")
          String path) {
    var wanted = TilePath.parse(level, path).orElseThrow(CheckpointResource::none);
    var hashes = tree.tile(wanted.tile(), wanted.width()).orElseThrow(CheckpointResource::none);
    return RestResponse.ResponseBuilder.ok(hashes).header("Cache-Control", FOR_EVER).build();
  }

  private static ProblemException none() {
    return new ProblemException(StandardProblem.NOT_FOUND);
  }
}
