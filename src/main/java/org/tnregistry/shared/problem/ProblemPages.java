package org.tnregistry.shared.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the page a problem's {@code type} points to. */
@Path("/problems/{slug}")
@PermitAll
@Tag(name = "Problems", description = "What each problem type means and how to mend it")
class ProblemPages {
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).build();

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(operationId = "readProblemType", summary = "Read what a problem type means")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public String read(@PathParam("slug") String slug) {
    // A slug is letters and hyphens, so that it can name nothing but a page in the folder.
    if (!slug.matches("[a-z][a-z-]{0,60}")) {
      throw new ProblemException(StandardProblem.NOT_FOUND);
    }
    try (var page = ProblemPages.class.getResourceAsStream("/problems/" + slug + ".md")) {
      if (page == null) {
        throw new ProblemException(StandardProblem.NOT_FOUND);
      }
      var markdown = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>"
          + slug
          + "</title><body>"
          + HTML.render(MARKDOWN.parse(markdown))
          + "</body></html>";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
