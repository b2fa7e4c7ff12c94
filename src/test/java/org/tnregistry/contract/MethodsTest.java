package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asks every path of the contract for the methods that it has not. Nobody signs in, and the ids are
 * of nothing: the path alone decides, so that nothing is told of what is there.
 */
@QuarkusTest
class MethodsTest {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE");

  /** A path, filled, and the methods that the contract gives it. */
  record Address(String template, String path, Set<String> methods) {
    static Address of(String template, JsonNode operations) {
      var methods = new TreeSet<String>();
      operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      return new Address(
          template, template.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()), methods);
    }

    @Override
    public String toString() {
      return template;
    }
  }

  static Stream<Address> addresses() {
    return Contract.committed().document().path("paths").properties().stream()
        .map(path -> Address.of(path.getKey(), path.getValue()));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aMethodThatAPathHasNotIsToldThoseItHas(Address address) {
    var allow = String.join(", ", address.methods());
    for (var method : METHODS) {
      if (!address.methods().contains(method)) {
        var answer = RawHttp.request(method, address.path(), "");
        assertEquals(405, answer.status(), method);
        assertEquals(allow, answer.header("Allow").orElse(""), method);
        if (!method.equals("HEAD")) {
          assertEquals("/problems/method-not-allowed", answer.json().path("type").asText(), method);
        }
      }
    }
    var options = RawHttp.request("OPTIONS", address.path(), "");
    assertEquals(204, options.status());
    assertEquals(allow, options.header("Allow").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/nonsense", "/v1/incidents/a/nonsense", "/v1", "/", "/nonsense"})
  void whereThereIsNothingNoMethodIsNamed(String path) {
    for (var method : List.of("OPTIONS", "GET", "PATCH")) {
      var answer = RawHttp.request(method, path, "");
      assertEquals(404, answer.status(), method);
      assertEquals("", answer.header("Allow").orElse(""), method);
      assertEquals("/problems/not-found", answer.json().path("type").asText(), method);
    }
  }
}
