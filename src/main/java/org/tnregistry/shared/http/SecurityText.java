package org.tnregistry.shared.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Whom to tell of a vulnerability (RFC 9116). */
@Path("/.well-known/security.txt")
@PermitAll
@Tag(name = "Security", description = "Whom to tell of a vulnerability")
class SecurityText {
  /** Below the year that RFC 9116 recommends as the most, so that it is true for a while. */
  private static final Duration VALID = Duration.ofDays(180);

  private final Optional<String> contact;
  private final Clock clock;

  SecurityText(
      @ConfigProperty(name = "tnr.security.contact") Optional<String> contact, Clock clock) {
    this.contact = contact;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(operationId = "readSecurityText", summary = "Read whom to tell of a vulnerability")
  @APIResponse(
      responseCode = "200",
      description = "security.txt (RFC 9116)",
      content =
          @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "The operator has named no contact")
  public String read() {
    var address = contact.orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    var expires = clock.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS);
    return "Contact: " + address + "\nExpires: " + expires + "\nPreferred-Languages: en\n";
  }
}
