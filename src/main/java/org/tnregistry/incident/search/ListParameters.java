package org.tnregistry.incident.search;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;
import org.tnregistry.incident.search.IncidentList.Request;
import org.tnregistry.shared.paging.CountedPageQuery;
import org.tnregistry.shared.problem.Fault;

/** Reads how a list is wanted: order, page, members, count. */
@Singleton
class ListParameters {
  private static final IncidentSort DEFAULT_SORT = IncidentSort.UPDATED_DESCENDING;

  /** As given in the request. */
  @NullUnmarked
  static class Given extends CountedPageQuery {
    @RestQuery
    @Parameter(
        description =
            "The order; a hyphen means descending. By recording lists recorded incidents only",
        schema =
            @Schema(
                type = SchemaType.STRING,
                defaultValue = "-updated",
                enumeration = {
                  "occurrence",
                  "-occurrence",
                  "recorded",
                  "-recorded",
                  "updated",
                  "-updated"
                }))
    String sort;

    @RestQuery
    @Parameter(description = "Members wanted, separated by commas; the id is always there")
    String fields;
  }

  /**
   * @param faults where what is wrong is added; then the request is not to be used
   */
  Request request(IncidentFilter filter, Given given, List<Fault> faults) {
    var sort = given.sort == null ? DEFAULT_SORT : IncidentSort.of(given.sort).orElse(null);
    if (sort == null) {
      faults.add(new Fault("unknown-code", "sort", "occurrence, recorded or updated is expected."));
    }
    return new Request(
        filter,
        sort == null ? DEFAULT_SORT : sort,
        given.limit(faults),
        given.cursor(),
        given.counted(faults));
  }

  Set<String> fields(Given given, Set<String> members, List<Fault> faults) {
    if (given.fields == null) {
      return Set.of();
    }
    var fields = Arrays.stream(given.fields.split(",", -1)).collect(Collectors.toUnmodifiableSet());
    if (!members.containsAll(fields)) {
      faults.add(new Fault("unknown-member", "fields", "A list item has no such member."));
    }
    return fields;
  }
}
