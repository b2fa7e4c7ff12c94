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
import org.tnregistry.ledger.Visibility;
import org.tnregistry.party.identity.IdentityStore.Holder;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StoredJson;

@Entity
@NullUnmarked
@Table(name = "party")
class PartyEntity {
  @Id UUID id;
  String reference;
  UUID owner;
  String kind;
  int revision;
  int reach;
  int bars;

  /** Without the identity. */
  @JdbcTypeCode(SqlTypes.JSON)
  String document;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "erased_at")
  Instant erasedAt;

  @Column(name = "erasure_reason")
  String erasureReason;

  @Column(name = "erasure_text")
  String erasureText;

  boolean isPerson() {
    return kind.equals(PartyDocument.PERSON);
  }

  Holder holder() {
    return new Holder(id, owner, reach, bars);
  }

  Visibility visibility() {
    var handling = StoredJson.parse(document).path("handling");
    return new Visibility(reach, bars, handling.isObject() ? handling.toString() : "{}");
  }

  String etag() {
    return EntityTags.of(id, revision);
  }
}
