package org.tnregistry.shared.http;

import jakarta.ws.rs.core.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers with public data that changes only by a release of the registry. */
public final class Published {
  private static final String CACHE = "public, max-age=3600";

  private Published() {}

  /** 200 with a strong tag, or 304 when {@code If-None-Match} lists it. */
  public static <T> RestResponse<T> answer(T body, String tag, @Nullable String ifNoneMatch) {
    var builder =
        EntityTags.notModified(ifNoneMatch, tag)
            ? RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
            : RestResponse.ResponseBuilder.ok(body);
    return builder.tag(new EntityTag(tag)).header("Cache-Control", CACHE).build();
  }
}
