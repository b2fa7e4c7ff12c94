package org.tnregistry.bench;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.IncidentDocument;

/**
 * An incident as an agency could have posted it.
 *
 * @param status a code of the taxonomy incident-status
 * @param revisions how many it has
 */
public record GeneratedIncident(
    UUID id,
    String reference,
    Owner owner,
    String status,
    int revisions,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant recordedAt,
    IncidentDocument document) {

  /** An agency of the generated registry. */
  public record Owner(UUID id, String handle) {}
}
