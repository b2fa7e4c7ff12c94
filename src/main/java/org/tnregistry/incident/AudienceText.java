package org.tnregistry.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.tnregistry.shared.json.StrictJson;

/** The stored form of an {@link AudienceView}. */
final class AudienceText {
  private AudienceText() {}

  static String write(AudienceView audience) {
    try {
      return StrictJson.mapper().writeValueAsString(audience);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static AudienceView read(String stored) {
    try {
      return StrictJson.mapper().readValue(stored, AudienceView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
