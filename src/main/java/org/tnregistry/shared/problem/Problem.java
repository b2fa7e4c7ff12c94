package org.tnregistry.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type relative URI reference of the page that explains this kind of problem
 * @param requestId the value of the {@code X-Request-Id} response header, to quote when asking for
 *     help
 */
@Schema(name = "Problem", description = "RFC 9457 problem details.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(required = true, examples = "/problems/invalid-document") String type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Nullable String detail,
    @Schema(required = true) String requestId,
    @Nullable List<Fault> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ProblemType type, String detail, List<Fault> faults, String requestId) {
    return new Problem(
        "/problems/" + type.slug(), type.title(), type.status(), detail, requestId, faults);
  }
}
