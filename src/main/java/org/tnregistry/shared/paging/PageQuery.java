package org.tnregistry.shared.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;

/** The query parameters of a list that is read page by page. */
public class PageQuery {
  @RestQuery
  @Parameter(description = "next of the page before")
  @Nullable String cursor;

  @RestQuery
  @Parameter(
      description = "How many at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  @Nullable String limit;

  /** As given; null for the first page. */
  public @Nullable String cursor() {
    return cursor;
  }

  /**
   * @param faults where a limit that is none is added; then the answer is not to be used
   */
  public int limit(List<Fault> faults) {
    return Page.limit(limit)
        .orElseGet(
            () -> {
              faults.add(Page.LIMIT_FAULT);
              return Page.DEFAULT_LIMIT;
            });
  }

  /**
   * @throws ProblemException 400 when it is not 1 to {@link Page#MAX_LIMIT}
   */
  public int limit() {
    return Page.requireLimit(limit);
  }
}
