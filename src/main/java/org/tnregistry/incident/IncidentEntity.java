package org.tnregistry.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.http.EntityTags;

@Entity
@NullUnmarked
@Table(name = "incident")
class IncidentEntity {
  @Id UUID id;
  String reference;
  UUID owner;

  @Enumerated(EnumType.STRING)
  IncidentStatus status;

  int revision;

  @Column(name = "schema_version")
  String schemaVersion;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;

  @JdbcTypeCode(SqlTypes.JSON)
  String summary;

  LocalDate earliest;
  LocalDate latest;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "amended_by")
  String amendedBy;

  @Column(name = "submitted_by")
  String submittedBy;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Column(name = "closing_reason")
  String closingReason;

  @Column(name = "replaced_by")
  UUID replacedBy;

  int reach;
  int bars;

  @JdbcTypeCode(SqlTypes.JSON)
  String audience;

  @Column(name = "shared_revision")
  int sharedRevision;

  /** Of which revision the rows of its proceedings are. */
  @Column(name = "proceedings_revision")
  int proceedingsRevision;

  @Column(name = "shared_at")
  Instant sharedAt;

  @Column(name = "shared_summary")
  @JdbcTypeCode(SqlTypes.JSON)
  String sharedSummary;

  /** Of the whole record, which its owner alone reads and amends. */
  String etag() {
    return EntityTags.of("whole", id, revision);
  }

  Visibility visibility() {
    return new Visibility(reach, bars, audience);
  }
}
