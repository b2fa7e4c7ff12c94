package org.tnregistry.shared.http;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.limit.TightLimits;
import org.tnregistry.contract.Api;

@QuarkusTest
@TestProfile(TightLimits.class)
class SecurityTextTest {
  @Test
  void itNamesTheContactAndIsTrueForHalfAYear() {
    var text =
        Api.anonymous()
            .get("/.well-known/security.txt")
            .then()
            .statusCode(200)
            .contentType("text/plain")
            .body(containsString("Contact: mailto:security@registry.example\n"))
            .extract()
            .asString();
    var expires = Pattern.compile("Expires: (\\S+)\n").matcher(text);
    assertTrue(expires.find(), text);
    var left = Duration.between(Instant.now(), Instant.parse(expires.group(1))).toDays();
    assertTrue(left > 170 && left < 365, "expires in " + left + " days");
  }
}
