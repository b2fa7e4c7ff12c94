package org.tnregistry.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Immutable
@NullUnmarked
@Table(name = "incident_revision")
class IncidentRevisionEntity {
  @Embeddable
  record Key(UUID incident, int revision) {}

  @EmbeddedId Key key;
  UUID owner;
  String act;

  @Enumerated(EnumType.STRING)
  IncidentStatus status;

  Instant at;
  String actor;
  String reason;

  @Column(name = "replaced_by")
  UUID replacedBy;

  @Column(name = "schema_version")
  String schemaVersion;

  int reach;
  int bars;

  @Column(name = "shared_revision")
  int sharedRevision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;
}
