package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Answers;
import org.tnregistry.shared.json.StoredJson;

/** The Link headers (RFC 8288) that lead from an incident to others that its reader sees. */
@ApplicationScoped
class IncidentPointers {
  private static final Logger LOG = Logger.getLogger(IncidentPointers.class);
  private static final String LINK = "Link";

  private final LikelyDuplicates duplicates;

  IncidentPointers(LikelyDuplicates duplicates) {
    this.duplicates = duplicates;
  }

  /**
   * Found anew when an answer is replayed: one that was kept could name a record that has gone out
   * of sight since.
   */
  Response withLikelyDuplicates(Answer posted) {
    var response = Response.fromResponse(Answers.response(posted));
    likelyDuplicates(posted).forEach(id -> response.header(LINK, link(id, "related")));
    return response.build();
  }

  /** To post is done and answered, whatever becomes of a suggestion. */
  @SuppressWarnings("IllegalCatch")
  private List<UUID> likelyDuplicates(Answer posted) {
    try {
      var document = StoredJson.parse(posted.body());
      return duplicates.of(UUID.fromString(document.at("/registry/id").asText()), document);
    } catch (RuntimeException e) {
      LOG.warn("Likely duplicates of a posted incident could not be looked for", e);
      return List.of();
    }
  }

  /** Leads from a merged incident to what replaced it (RFC 6596). */
  static Response withReplacement(Response response, @Nullable UUID replacement) {
    return replacement == null
        ? response
        : Response.fromResponse(response).header(LINK, link(replacement, "canonical")).build();
  }

  private static String link(UUID incident, String relation) {
    return "</v1/incidents/" + incident + ">; rel=\"" + relation + "\"";
  }
}
