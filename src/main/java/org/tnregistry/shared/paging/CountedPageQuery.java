package org.tnregistry.shared.paging;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.problem.Fault;

/** The query parameters of a list that says how many items match, when asked. */
public class CountedPageQuery extends PageQuery {
  private static final String NONE = "none";
  private static final String EXACT = "exact";

  @RestQuery
  @Parameter(
      description = "Whether to count all that match",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {EXACT, NONE},
              defaultValue = NONE))
  @Nullable String count;

  /**
   * Whether a count is asked for.
   *
   * @param faults where a value that is none is added; then the answer is not to be used
   */
  public boolean counted(List<Fault> faults) {
    if (count != null && !Set.of(EXACT, NONE).contains(count)) {
      faults.add(new Fault("unknown-code", "count", "exact or none is expected."));
    }
    return EXACT.equals(count);
  }
}
