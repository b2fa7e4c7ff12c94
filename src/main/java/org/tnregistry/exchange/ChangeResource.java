package org.tnregistry.exchange;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.ledger.LedgerQueries;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.Lexical;

@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "What changed, in the order of the ledger")
class ChangeResource {
  private static final String LIST = "changes";
  private static final String BEGINNING = "beginning";

  /**
   * A change of an incident.
   *
   * @param change upsert, or retract for one that was withdrawn or merged
   * @param act incident-created, incident-amended and so on
   */
  @Schema(name = "Change")
  record Change(
      @Schema(required = true) Instant at,
      @Schema(required = true, examples = "upsert") String change,
      @Schema(required = true, examples = "incident-amended") String act,
      @Schema(required = true) UUID incident,
      @Schema(required = true) int revision,
      @Schema(required = true) String self) {
    static Change of(LedgerQueries.Entry e) {
      boolean gone = e.act().equals("incident-withdrawn") || e.act().equals("incident-merged");
      return new Change(
          e.at(),
          gone ? "retract" : "upsert",
          e.act(),
          e.subject(),
          e.revision(),
          "/v1/incidents/" + e.subject());
    }
  }

  /**
   * Changes after a place in the ledger.
   *
   * @param next always there: where to ask on, now or later
   */
  @Schema(name = "ChangePage")
  record ChangePage(
      @Schema(required = true) List<Change> items, @Schema(required = true) String next) {}

  private final LedgerQueries ledger;
  private final ViewerContext context;

  ChangeResource(LedgerQueries ledger, ViewerContext context) {
    this.ledger = ledger;
    this.context = context;
  }

  @GET
  @PermissionsAllowed(Permission.CHANGES_READ)
  @Operation(
      operationId = "listChanges",
      summary =
          "List changes of one's own agency's incidents after a cursor; none is ever missed or told twice")
  public RestResponse<ChangePage> list(
      @RestQuery
          @Parameter(description = "next of an earlier answer; from the beginning when absent")
          @Nullable String cursor,
      @RestQuery
          @Parameter(
              description = "How many at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          @Nullable String limit) {
    int size = Page.requireLimit(limit);
    var after = cursor == null ? null : entry(cursor);
    var entries = ledger.after(context.viewer().agency(), "incident", after, size);
    var last = entries.isEmpty() ? after : entries.get(entries.size() - 1).id();
    var page =
        new ChangePage(
            entries.stream().map(Change::of).toList(),
            new Cursor(LIST, List.of(last == null ? BEGINNING : last.toString())).encode());
    return RestResponse.ResponseBuilder.ok(page).header("Cache-Control", "no-store").build();
  }

  private static @Nullable UUID entry(String cursor) {
    var key = Cursor.decode(LIST, 1, cursor).key().get(0);
    if (key.equals(BEGINNING)) {
      return null;
    }
    if (!Lexical.UUID.accepts(key)) {
      throw new ProblemException(StandardProblem.INVALID_CURSOR);
    }
    return UUID.fromString(key);
  }
}
