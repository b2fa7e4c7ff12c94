package org.tnregistry.shared.contract;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.tnregistry.shared.http.RequestId;
import org.tnregistry.shared.problem.Problem;
import org.tnregistry.shared.problem.ProblemType;
import org.tnregistry.shared.problem.StandardProblem;

/** The answers, beside success, that many operations give alike; each a component. */
enum SharedAnswer {
  NOT_MODIFIED(304, "NotModified"),
  BAD_REQUEST(400, "BadRequest"),
  UNAUTHENTICATED(401, "Unauthenticated"),
  NOT_PERMITTED(403, "NotPermitted"),
  NOT_FOUND(404, "NotFound"),
  NOT_ACCEPTABLE(406, "NotAcceptable"),
  STILL_RUNNING(409, "StillRunning"),
  STALE(412, "Stale"),
  TOO_LARGE(413, "TooLarge"),
  UNSUPPORTED_MEDIA_TYPE(415, "UnsupportedMediaType"),
  UNPROCESSABLE(422, "Unprocessable"),
  PRECONDITION_REQUIRED(428, "PreconditionRequired"),
  TOO_MANY_REQUESTS(429, "TooManyRequests"),
  INTERNAL_ERROR(500, "InternalError"),
  UNAVAILABLE(503, "Unavailable");

  private final int status;
  private final String component;

  SharedAnswer(int status, String component) {
    this.status = status;
    this.component = component;
  }

  String status() {
    return String.valueOf(status);
  }

  String component() {
    return component;
  }

  APIResponse reference() {
    return OASFactory.createAPIResponse().ref(component);
  }

  APIResponse definition() {
    if (this == NOT_MODIFIED) {
      return header(header(OASFactory.createAPIResponse(), RequestId.HEADER), "ETag")
          .description("The reader's copy is current; no body");
    }
    var titles =
        Arrays.stream(StandardProblem.values())
            .filter(p -> p.status() == status)
            .map(ProblemType::title)
            .collect(Collectors.joining("; "));
    var response = problem(OASFactory.createAPIResponse().description(titles));
    return switch (this) {
      case UNAUTHENTICATED -> header(response, "WWW-Authenticate");
      case UNSUPPORTED_MEDIA_TYPE -> header(response, "Accept-Patch");
      case STILL_RUNNING, TOO_MANY_REQUESTS, UNAVAILABLE -> header(response, "Retry-After");
      default -> response;
    };
  }

  /** Completes a failure that a method only named. */
  static APIResponse problem(APIResponse response) {
    var schema = OASFactory.createSchema().ref(Problem.class.getSimpleName());
    return header(response, RequestId.HEADER)
        .content(
            OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
  }

  static APIResponse header(APIResponse response, String name) {
    return response.addHeader(name, OASFactory.createHeader().ref(name));
  }
}
