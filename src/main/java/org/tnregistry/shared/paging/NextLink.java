package org.tnregistry.shared.paging;

import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The value of the header that leads to the next page (RFC 8288). */
public final class NextLink {
  public static final String HEADER = "Link";

  private NextLink() {}

  /** Null on the last page, which leaves the header out. */
  public static @Nullable String of(Page<?> page, UriInfo uri) {
    if (page.next() == null) {
      return null;
    }
    var target = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
    // A path reference: behind a proxy the registry does not know its own address.
    return "<" + target.getRawPath() + "?" + target.getRawQuery() + ">; rel=\"next\"";
  }
}
