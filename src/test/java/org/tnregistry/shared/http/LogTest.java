package org.tnregistry.shared.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class LogTest {
  @Inject AgencyFixture agencies;

  @Test
  void nothingThatIsSentIsLogged() {
    var logged = Logged.fromNowOn();
    try (logged) {
      var token = agencies.agency().first();
      var path = "/v1/incidents";
      RawHttp.post(token, path, "{\"" + MARKER + "\":\"" + MARKER + "\"}");
      RawHttp.post(token, path, "{\"title\":" + MARKER);
      RawHttp.post(token, path, anIncident().with(d -> d.put("period", MARKER)).json());
      RawHttp.get(token, path + "?q=%E2%80%AE" + MARKER);
      RawHttp.get(token, path + "?cursor=" + MARKER);
      RawHttp.get(token, path + "/" + MARKER);
      RawHttp.get("tnr_" + MARKER, path);
      RawHttp.postChunked(token, path, MARKER.repeat(220_000).getBytes(UTF_8));
    }
    assertEquals(List.of(), logged.texts().stream().filter(t -> t.contains(MARKER)).toList());
  }

  @Test
  void aFailureIsLoggedWithItsPlaceAndWithoutItsMessages() {
    var failure =
        new IllegalStateException(MARKER, new NumberFormatException("For input: " + MARKER));
    var text = new StringWriter();
    new WithoutMessages(failure).printStackTrace(new PrintWriter(text, true));
    assertFalse(text.toString().contains(MARKER));
    assertTrue(text.toString().contains("java.lang.NumberFormatException"));
    assertTrue(text.toString().contains("LogTest.aFailureIsLogged"));
  }
}
