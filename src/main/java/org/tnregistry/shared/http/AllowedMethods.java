package org.tnregistry.shared.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.json.MergePatch;

/**
 * Which methods a path has (RFC 9110): decides, before routing and for everybody alike, what is
 * 405, and answers OPTIONS. Routing alone would call a method missing where another class has the
 * path, and 404 says that the record is.
 */
@Singleton
public class AllowedMethods {
  private static final String PATCH = "PATCH";
  private static final String OPTIONS = "OPTIONS";
  private static final String ACCEPT_PATCH = "Accept-Patch";
  private static final int UNSUPPORTED = 415;
  private static final String ONE = "{}";
  private static final String REST = "{*}";

  private record Operation(String template, String method) {}

  /**
   * @param literals how many of its characters are no variable: of several that match a path, as in
   *     routing, the one with the most is meant
   */
  private record Route(Pattern path, int literals, Set<String> methods) {
    static Route of(String template, List<Operation> operations) {
      var methods = operations.stream().map(Operation::method).collect(toCollection(TreeSet::new));
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      methods.add(OPTIONS);
      int literals = template.replace(ONE, "").replace(REST, "").length();
      return new Route(pattern(template), literals, methods);
    }
  }

  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    var operations =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(bean -> bean.getBeanClass())
            .distinct()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(AllowedMethods::operations)
            .collect(groupingBy(Operation::template));
    this.routes =
        operations.entrySet().stream()
            .map(entry -> Route.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt(Route::literals).reversed())
            .toList();
  }

  /** Separated by commas; empty for a path that is none. */
  String at(String path) {
    return String.join(", ", methods(path));
  }

  private Set<String> methods(String path) {
    return routes.stream()
        .filter(route -> route.path().matcher(path).matches())
        .findFirst()
        .map(Route::methods)
        .orElse(Set.of());
  }

  @ServerRequestFilter(preMatching = true)
  @Nullable Response decide(ContainerRequestContext request) {
    var methods = methods(request.getUriInfo().getPath());
    boolean asked = request.getMethod().equals(OPTIONS);
    if (methods.isEmpty()) {
      if (asked) {
        throw new NotFoundException();
      }
      return null;
    }
    var allow = String.join(", ", methods);
    if (!methods.contains(request.getMethod())) {
      throw new NotAllowedException(allow);
    }
    if (!asked) {
      return null;
    }
    var answer = Response.noContent().header("Allow", allow);
    return (methods.contains(PATCH) ? answer.header(ACCEPT_PATCH, MergePatch.MEDIA_TYPE) : answer)
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
                                template(
                                    resource.getAnnotation(Path.class),
                                    method.getAnnotation(Path.class)),
                                http.value())));
  }

  /** With one slash between segments and at neither end; names of variables do not matter. */
  private static String template(Path resource, @Nullable Path method) {
    return Arrays.stream(
            (resource.value() + "/" + (method == null ? "" : method.value())).split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(AllowedMethods::unnamed)
        .collect(joining("/"));
  }

  private static String unnamed(String segment) {
    if (segment.startsWith("{")) {
      return segment.endsWith(": .+}") ? REST : ONE;
    }
    return segment;
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(
        Arrays.stream(template.split("/", -1))
            .map(AllowedMethods::expression)
            .collect(joining("/", "/*", "/?")));
  }

  /** A variable is one segment, unless its expression takes all that follow. */
  private static String expression(String segment) {
    return switch (segment) {
      case ONE -> "[^/]+";
      case REST -> ".+";
      default -> Pattern.quote(segment);
    };
  }
}
