package org.tnregistry.shared.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tnregistry.shared.json.Pointers;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Refuses query parameters that an operation does not have, that are empty, or that are repeated
 * where one value is meant: each would silently widen what is found. An empty Idempotency-Key would
 * be taken for none.
 */
class ParameterGuard {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** By operation, its parameters by name: true for those that can be repeated. */
  private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo operation) {
    var faults = new ArrayList<Fault>();
    var parameters =
        known.computeIfAbsent(operation.getResourceMethod(), ParameterGuard::parameters);
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> check(parameters, name, values, faults));
    var keys = request.getHeaders().get(IDEMPOTENCY_KEY);
    if (keys != null && (keys.size() > 1 || keys.get(0).isBlank())) {
      faults.add(new Fault("invalid-format", IDEMPOTENCY_KEY, "One key is expected."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_PARAMETER, faults);
    }
  }

  private static void check(
      Map<String, Boolean> parameters, String name, List<String> values, List<Fault> faults) {
    var repeatable = parameters.get(name);
    if (repeatable == null) {
      faults.add(
          new Fault(
              "unknown-parameter", Pointers.plain(name), "There is no such query parameter here."));
    } else if (values.stream().anyMatch(String::isBlank)) {
      faults.add(new Fault("invalid-format", name, "A value is expected."));
    } else if (values.size() > 1 && !repeatable) {
      faults.add(new Fault("repeated-parameter", name, "One value is expected."));
    }
  }

  private static Map<String, Boolean> parameters(Method operation) {
    var parameters = new HashMap<String, Boolean>();
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        fields(parameter.getType())
            .filter(field -> field.isAnnotationPresent(RestQuery.class))
            .forEach(field -> put(parameters, field));
      } else if (parameter.isAnnotationPresent(RestQuery.class)) {
        parameters.put(parameter.getName(), List.class.isAssignableFrom(parameter.getType()));
      } else if (parameter.isAnnotationPresent(QueryParam.class)) {
        parameters.put(
            parameter.getAnnotation(QueryParam.class).value(),
            List.class.isAssignableFrom(parameter.getType()));
      }
    }
    return parameters;
  }

  private static Stream<Field> fields(Class<?> bean) {
    return Stream.<Class<?>>iterate(bean, Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()));
  }

  private static void put(Map<String, Boolean> parameters, Field field) {
    parameters.put(field.getName(), List.class.isAssignableFrom(field.getType()));
  }
}
