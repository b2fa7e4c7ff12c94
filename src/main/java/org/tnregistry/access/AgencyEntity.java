package org.tnregistry.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Immutable
@NullUnmarked
@Table(name = "agency")
class AgencyEntity {
  @Id UUID id;
  String handle;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, String> name;

  String kind;
  String jurisdiction;
  boolean demo;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "suspended_at")
  Instant suspendedAt;
}
