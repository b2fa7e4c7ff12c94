package org.tnregistry.access;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.http.EntityTags;

/** Sends answers about records: never cached by others, tagged for the next write. */
public final class Answers {
  private static final String NO_STORE = "no-store";

  private Answers() {}

  public static Response response(Answer answer) {
    var builder =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header("Cache-Control", NO_STORE)
            .entity(answer.body());
    if (answer.location() != null) {
      // A path reference: an absolute one would be made of the sender's Host header.
      builder.header("Location", answer.location());
    }
    if (answer.etag() != null) {
      builder.tag(new EntityTag(answer.etag()));
    }
    return builder.build();
  }

  /** 304 without a body when the reader already holds this state. */
  public static Response conditional(Answer answer, @Nullable String ifNoneMatch) {
    if (answer.etag() != null && EntityTags.notModified(ifNoneMatch, answer.etag())) {
      return Response.notModified(new EntityTag(answer.etag()))
          .header("Cache-Control", NO_STORE)
          .build();
    }
    return response(answer);
  }
}
