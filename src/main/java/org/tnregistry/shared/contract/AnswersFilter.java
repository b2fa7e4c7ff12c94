package org.tnregistry.shared.contract;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.http.RequestId;

/**
 * Adds to every operation the permission it takes and what it can answer beside what its method
 * says. A method names only what is its own: a 409 with its reason, a header of its success.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswersFilter implements OASFilter {
  private static final String CREDENTIAL = "credential";

  /** The permission that those have too who come without a credential. */
  private static final String PUBLIC_TOO = "incident:read";

  private static final List<SharedAnswer> OF_EVERY_OPERATION =
      List.of(
          SharedAnswer.BAD_REQUEST,
          SharedAnswer.NOT_ACCEPTABLE,
          SharedAnswer.TOO_MANY_REQUESTS,
          SharedAnswer.INTERNAL_ERROR,
          SharedAnswer.UNAVAILABLE);
  private static final List<SharedAnswer> OF_BODIES =
      List.of(
          SharedAnswer.TOO_LARGE, SharedAnswer.UNSUPPORTED_MEDIA_TYPE, SharedAnswer.UNPROCESSABLE);

  private final Map<String, MethodInfo> methods;

  public AnswersFilter(IndexView index) {
    methods =
        index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
            .filter(a -> a.target().kind() == Kind.METHOD)
            .collect(
                Collectors.toMap(
                    a -> a.value("operationId").asString(),
                    a -> a.target().asMethod(),
                    // The index may hold a class twice.
                    (first, again) -> again));
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    var components = api.getComponents();
    components.addSecurityScheme(
        CREDENTIAL,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("A credential of the registry (tnr_...) or an OpenID Connect token"));
    headers(components);
    for (var answer : SharedAnswer.values()) {
      components.addResponse(answer.component(), answer.definition());
    }
    for (var path : api.getPaths().getPathItems().values()) {
      path.getOperations().forEach(this::complete);
    }
  }

  private static void headers(Components components) {
    components
        .addHeader(
            RequestId.HEADER, header(true, "The id of the request, to quote when asking for help"))
        .addHeader("ETag", header(true, "The strong tag of this state, for the next If-Match"))
        .addHeader("Location", header(true, "Path of what was created"))
        .addHeader(
            "Link",
            header(
                false,
                "Paths of what this leads to: rel=\"next\", the next page, and none on the last;"
                    + " rel=\"related\", a likely duplicate; rel=\"canonical\", what replaced a merged"
                    + " incident"))
        .addHeader("WWW-Authenticate", header(true, "Bearer"))
        .addHeader("Accept-Patch", header(false, "To a PATCH: the media type it takes"))
        .addHeader(
            "RateLimit-Policy",
            header(true, "Limits that count here: name, quota, window in seconds"))
        .addHeader(
            "RateLimit",
            header(true, "Of each limit, what remains and in how many seconds it is whole again"))
        .addHeader("Retry-After", header(false, "Seconds after which to ask again"));
  }

  private static Header header(boolean required, String description) {
    return OASFactory.createHeader()
        .required(required)
        .description(description)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  private void complete(HttpMethod verb, Operation operation) {
    var responses = operation.getResponses();
    responses.getAPIResponses().forEach((status, response) -> own(status, response, operation));
    OF_EVERY_OPERATION.forEach(answer -> add(operation, answer));
    permissions(operation);
    if (has(operation, Parameter.In.PATH, null)) {
      add(operation, SharedAnswer.NOT_FOUND);
    }
    if (operation.getRequestBody() != null) {
      OF_BODIES.forEach(answer -> add(operation, answer));
    }
    if (has(operation, Parameter.In.HEADER, "Idempotency-Key")) {
      add(operation, SharedAnswer.STILL_RUNNING);
    }
    if (has(operation, Parameter.In.HEADER, "If-None-Match")) {
      add(operation, SharedAnswer.NOT_MODIFIED);
    }
    if (has(operation, Parameter.In.HEADER, "If-Match")) {
      add(operation, SharedAnswer.STALE);
      if (verb != HttpMethod.POST) {
        add(operation, SharedAnswer.PRECONDITION_REQUIRED);
        operation.getParameters().stream()
            .filter(p -> "If-Match".equals(p.getName()))
            .forEach(p -> p.setRequired(true));
      }
    }
    responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
  }

  private static void own(String status, APIResponse response, Operation operation) {
    if (!status.startsWith("2")) {
      SharedAnswer.problem(response);
      return;
    }
    SharedAnswer.header(response, RequestId.HEADER);
    SharedAnswer.header(response, "RateLimit-Policy");
    SharedAnswer.header(response, "RateLimit");
    boolean creates = has(operation, Parameter.In.HEADER, "Idempotency-Key");
    if (creates
        || has(operation, Parameter.In.HEADER, "If-Match")
        || has(operation, Parameter.In.HEADER, "If-None-Match")) {
      SharedAnswer.header(response, "ETag");
    }
    if (creates && status.equals("201")) {
      SharedAnswer.header(response, "Location");
    }
  }

  private static void add(Operation operation, SharedAnswer answer) {
    var responses = operation.getResponses();
    if (!responses.hasAPIResponse(answer.status())) {
      responses.addAPIResponse(answer.status(), answer.reference());
    }
  }

  /** Several permissions are alternatives: any one is enough. */
  private void permissions(Operation operation) {
    var method =
        Objects.requireNonNull(methods.get(operation.getOperationId()), "an unnamed operation");
    var allowed = declared(method, PermissionsAllowed.class);
    if (allowed == null) {
      Objects.requireNonNull(declared(method, PermitAll.class), "neither guarded nor public");
      return;
    }
    var permissions = List.of(allowed.value().asStringArray());
    for (var permission : permissions) {
      operation.addSecurityRequirement(
          OASFactory.createSecurityRequirement().addScheme(CREDENTIAL, permission));
    }
    var description = "Permission: " + String.join(" or ", permissions);
    if (permissions.contains(PUBLIC_TOO)) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
      description += ". Without a credential, what is marked TLP:CLEAR can be read";
    }
    var own = operation.getDescription();
    operation.setDescription(own == null ? description : own + " " + description);
    add(operation, SharedAnswer.UNAUTHENTICATED);
    add(operation, SharedAnswer.NOT_PERMITTED);
  }

  private static @Nullable AnnotationInstance declared(MethodInfo method, Class<?> annotation) {
    var name = DotName.createSimple(annotation);
    var onMethod = method.annotation(name);
    return onMethod == null ? method.declaringClass().declaredAnnotation(name) : onMethod;
  }

  /**
   * @param name null for any
   */
  private static boolean has(Operation operation, Parameter.In in, @Nullable String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(p -> p.getIn() == in && (name == null || name.equals(p.getName())));
  }
}
