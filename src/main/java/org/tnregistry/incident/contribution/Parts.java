package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Claim;
import org.tnregistry.incident.document.HostResponse;
import org.tnregistry.incident.document.Source;

/** What was contributed, as it is stored. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Parts(
    @Nullable List<Source> sources,
    @Nullable List<Claim> claims,
    @Nullable List<HostResponse> responses,
    @Nullable Map<String, String> counterView) {
  boolean fitARecord() {
    return isGiven(sources) || isGiven(claims) || isGiven(responses);
  }

  boolean isNothing() {
    return !fitARecord() && (counterView == null || counterView.isEmpty());
  }

  private static boolean isGiven(@Nullable List<?> parts) {
    return parts != null && !parts.isEmpty();
  }
}
