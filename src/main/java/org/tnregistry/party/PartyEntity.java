package org.tnregistry.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.tnregistry.shared.http.EntityTags;

@Entity
@NullUnmarked
@Table(name = "party")
class PartyEntity {
  @Id UUID id;
  String reference;
  UUID owner;
  String kind;
  int revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  String etag() {
    return EntityTags.of(id, revision);
  }
}
