package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The committed contract against the service. After a change of the API write it anew, and read the
 * difference before committing it:
 *
 * <pre>./mvnw -B test -Dtest=OpenApiContractTest -Dopenapi.update=true</pre>
 */
@QuarkusTest
class OpenApiContractTest {
  private static final String UPDATE = "openapi.update";
  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void theServiceServesTheCommittedContract() throws IOException {
    var served = RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(Contract.FILE.getParent());
      Files.writeString(Contract.FILE, served);
    }
    assertTrue(
        YAML.readTree(Files.readString(Contract.FILE)).equals(YAML.readTree(served)),
        "openapi/openapi.yaml is stale; ./mvnw -B test -Dtest=OpenApiContractTest"
            + " -Dopenapi.update=true writes it anew");
  }
}
