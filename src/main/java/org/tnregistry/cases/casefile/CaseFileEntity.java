package org.tnregistry.cases.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
@DynamicUpdate
@Table(name = "case_file")
class CaseFileEntity {
  @Id UUID id;
  String reference;
  UUID owner;
  String kind;
  int revision;
  int reach;
  int bars;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "closed_at")
  Instant closedAt;

  @Column(name = "closing_reason")
  String closingReason;

  boolean isClosed() {
    return closedAt != null;
  }
}
