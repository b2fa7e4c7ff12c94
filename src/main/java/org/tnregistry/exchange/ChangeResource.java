package org.tnregistry.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
  private static final String INCIDENT = "incident";
  private static final String PARTY = "party";
  private static final Set<String> GONE =
      Set.of("incident-withdrawn", "incident-merged", "party-erased");

  /** To others than the owner they would tell that somebody was barred. */
  private static final Set<String> OF_BARS =
      Set.of("incident-bar-lifted", "incident-bar-lift-proposed");

  /**
   * A change of an incident or party that the reader sees, or saw until then.
   *
   * @param change upsert, or retract for one that was withdrawn, merged or erased, or that the
   *     reader no longer sees
   * @param act incident-created, incident-amended and so on; audience-narrowed for what is out of
   *     sight now
   * @param revision null for a record of another agency: that would count what the reader cannot
   *     see
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Change")
  record Change(
      @Schema(required = true) Instant at,
      @Schema(required = true, examples = "upsert") String change,
      @Schema(required = true, examples = "incident-amended") String act,
      @Nullable UUID incident,
      @Nullable UUID party,
      @Nullable Integer revision,
      @Schema(required = true) String self) {
    static Change of(LedgerQueries.Entry e) {
      boolean isIncident = e.subjectKind().equals(INCIDENT);
      return new Change(
          e.at(),
          !e.seen() || GONE.contains(e.act()) ? "retract" : "upsert",
          act(e),
          isIncident ? e.subject() : null,
          isIncident ? null : e.subject(),
          e.own() ? e.revision() : null,
          (isIncident ? "/v1/incidents/" : "/v1/parties/") + e.subject());
    }

    private static String act(LedgerQueries.Entry e) {
      if (!e.seen()) {
        return "audience-narrowed";
      }
      return !e.own() && OF_BARS.contains(e.act()) ? "incident-amended" : e.act();
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
      summary = "List changes of what one sees after a cursor; none is ever missed or told twice")
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
    var kinds = context.may(Permission.PARTY_READ) ? List.of(INCIDENT, PARTY) : List.of(INCIDENT);
    var entries = ledger.after(after == null ? -1 : place(after), kinds, size);
    var last = entries.isEmpty() ? after : entries.get(entries.size() - 1).id();
    var page =
        new ChangePage(
            entries.stream().map(Change::of).toList(),
            new Cursor(LIST, List.of(last == null ? BEGINNING : last.toString())).encode());
    return RestResponse.ResponseBuilder.ok(page).header("Cache-Control", "no-store").build();
  }

  /**
   * An entry that its reader cannot see any more is still where that reader was. An unknown one is
   * of another registry, or of before a restore: from the beginning.
   */
  private long place(UUID entry) {
    return ledger
        .place(entry)
        .or(() -> context.asSystem("resuming", () -> ledger.place(entry)))
        .orElse(-1L);
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
