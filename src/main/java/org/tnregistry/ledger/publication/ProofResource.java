package org.tnregistry.ledger.publication;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.LedgerPermission;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.Lexical;

@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(LedgerPermission.READ)
@Tag(name = "Ledger")
class ProofResource {
  private static final String NO_STORE = "no-store";
  private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8");

  /**
   * Hashes from which the root is computed, beginning at the leaf.
   *
   * @param hashes base64
   */
  @Schema(name = "InclusionProof")
  record InclusionProof(
      @Schema(required = true) long leaf,
      @Schema(required = true) long size,
      @Schema(required = true) List<String> hashes) {}

  /**
   * Hashes from which the roots of both sizes are computed.
   *
   * @param hashes base64
   */
  @Schema(name = "ConsistencyProof")
  record ConsistencyProof(
      @Schema(required = true) long from,
      @Schema(required = true) long to,
      @Schema(required = true) List<String> hashes) {}

  private final PublishedTree tree;
  private final Receipts receipts;

  ProofResource(PublishedTree tree, Receipts receipts) {
    this.tree = tree;
    this.receipts = receipts;
  }

  @GET
  @Path("/proofs/inclusion")
  @Operation(
      operationId = "proveInclusion",
      summary = "Prove that a leaf is in the tree of a size (RFC 6962)")
  public InclusionProof inclusion(
      @RestQuery @Parameter(description = "Number of the leaf, from 0", required = true)
          @Nullable String leaf,
      @RestQuery
          @Parameter(description = "Size of the tree, up to the last checkpoint's", required = true)
          @Nullable String size) {
    long of = Size.require("size", size, 1, tree.size());
    long place = Size.require("leaf", leaf, 0, of - 1);
    return new InclusionProof(place, of, base64(tree.inclusion(place, of)));
  }

  @GET
  @Path("/proofs/consistency")
  @Operation(
      operationId = "proveConsistency",
      summary = "Prove that the tree of one size was only added to since another (RFC 6962)")
  public ConsistencyProof consistency(
      @RestQuery
          @Parameter(description = "Size of the earlier checkpoint, at least 1", required = true)
          @Nullable String from,
      @RestQuery
          @Parameter(
              description = "Size of the later one, up to the last checkpoint's",
              required = true)
          @Nullable String to) {
    long later = Size.require("to", to, 1, tree.size());
    long earlier = Size.require("from", from, 1, later);
    return new ConsistencyProof(earlier, later, base64(tree.consistency(earlier, later)));
  }

  @GET
  @Path("/receipts")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @Operation(
      operationId = "readReceipt",
      summary = "Fetch the proof that a write of one's own agency is in the ledger")
  @APIResponse(
      responseCode = "200",
      description =
          "Under the last cosigned checkpoint that covers it, else under the last; as text in the form"
              + " of C2SP tlog-proof, with the leaf as extra data",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Receipt.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "404",
      description = "Your agency has written no such revision of such a record")
  @APIResponse(
      responseCode = "409",
      description = "Not under a checkpoint yet",
      headers = @Header(name = "Retry-After", ref = "Retry-After"))
  public Response receipt(
      @RestQuery @Parameter(description = "Id of the record", required = true)
          @Nullable String subject,
      @RestQuery @Parameter(description = "Its revision, from 1", required = true)
          @Nullable String revision,
      @Context Request request) {
    if (subject == null || !Lexical.UUID.accepts(subject)) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(new Fault("invalid-format", "subject", "A UUID in lower case is expected.")));
    }
    long number = Size.require("revision", revision, 1, Integer.MAX_VALUE);
    var receipt = receipts.of(UUID.fromString(subject), (int) number);
    var variants = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, TEXT).build();
    var best = request.selectVariant(variants);
    boolean asText = best != null && TEXT.equals(best.getMediaType());
    // The selection has said Vary already.
    return (asText ? Response.ok(receipt.proof(), TEXT) : Response.ok(receipt))
        .header("Cache-Control", NO_STORE)
        .build();
  }

  private static List<String> base64(List<Hash> hashes) {
    return hashes.stream().map(Hash::base64).toList();
  }
}
