package org.tnregistry.shared.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.json.MergePatch;

/** Which methods a path has: the {@code Allow} header of a 405 and of OPTIONS (RFC 9110). */
@Singleton
public class AllowedMethods {
  private static final String PATCH = "PATCH";
  private static final String ACCEPT_PATCH = "Accept-Patch";
  private static final int UNSUPPORTED = 415;

  private record Operation(Pattern path, String method) {}

  private final List<Operation> operations;

  AllowedMethods(BeanManager beans) {
    this.operations =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(bean -> bean.getBeanClass())
            .distinct()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(AllowedMethods::operations)
            .toList();
  }

  /** Separated by commas; empty for a path that is none. */
  public String at(String path) {
    Set<String> methods = new TreeSet<>();
    for (var operation : operations) {
      if (operation.path().matcher(path).matches()) {
        methods.add(operation.method());
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return String.join(", ", methods);
  }

  @ServerRequestFilter(preMatching = true)
  @Nullable Response options(ContainerRequestContext request) {
    var allow = request.getMethod().equals("OPTIONS") ? at(request.getUriInfo().getPath()) : "";
    if (allow.isEmpty()) {
      return null;
    }
    var answer = Response.noContent().header("Allow", allow);
    return (allow.contains(PATCH) ? answer.header(ACCEPT_PATCH, MergePatch.MEDIA_TYPE) : answer)
        .build();
  }

  /** What a patch may be: RFC 5789, section 2.2. */
  @ServerResponseFilter
  void acceptPatch(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == UNSUPPORTED && request.getMethod().equals(PATCH)) {
      response.getHeaders().putSingle(ACCEPT_PATCH, MergePatch.MEDIA_TYPE);
    }
  }

  private static Stream<Operation> operations(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                    .filter(http -> http != null)
                    .map(
                        http ->
                            new Operation(
                                pattern(
                                    resource.getAnnotation(Path.class),
                                    method.getAnnotation(Path.class)),
                                http.value())));
  }

  private static String pattern(String segment) {
    if (segment.startsWith("{")) {
      return segment.endsWith(": .+}") ? ".+" : "[^/]+";
    }
    return Pattern.quote(segment);
  }

  /** A variable is one segment, unless its expression takes all that follow. */
  private static Pattern pattern(Path resource, @Nullable Path method) {
    var template = resource.value() + "/" + (method == null ? "" : method.value());
    return Pattern.compile(
        "/*"
            + Arrays.stream(template.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(AllowedMethods::pattern)
                .reduce((left, right) -> left + "/" + right)
                .orElse("")
            + "/?");
  }
}
