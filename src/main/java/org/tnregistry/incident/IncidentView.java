package org.tnregistry.incident;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StoredJson;

/**
 * An incident as it is read: the document as it was sent, and what the registry adds.
 *
 * @param document JSON, unparsed
 */
@Schema(
    name = "Incident",
    allOf = {IncidentDocument.class, IncidentView.Registered.class})
record IncidentView(
    @Schema(hidden = true) IncidentRegistry registry, @Schema(hidden = true) String document) {
  /** The member beside those of the document. */
  @Schema(name = "Registered")
  record Registered(@Schema(required = true) IncidentRegistry registry) {}

  static IncidentView of(IncidentEntity i, String owner) {
    return new IncidentView(
        new IncidentRegistry(
            i.id,
            i.reference,
            owner,
            i.status.code(),
            i.revision,
            i.schemaVersion,
            i.createdAt,
            i.updatedAt,
            i.recordedAt,
            i.closingReason,
            i.replacedBy,
            StoredJson.read(i.audience, AudienceView.class),
            "/v1/incidents/" + i.id),
        i.document);
  }

  String json() {
    return RegistryView.of(registry, document);
  }

  /** The owner's is that of the state it amends; any other reader's, that of what it reads. */
  String etag() {
    return registry.audience() == null
        ? EntityTags.of(registry.id(), registry, document)
        : EntityTags.of("whole", registry.id(), registry.revision());
  }
}
