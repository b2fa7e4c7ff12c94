package org.tnregistry.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

// Dynamic updates: the application may update a few columns only.
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "credential")
class CredentialEntity {
  @Id UUID id;

  @ManyToOne
  @JoinColumn(name = "agency")
  AgencyEntity agency;

  String person;

  @Column(name = "token_hash")
  byte[] tokenHash;

  String[] permissions;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "revoked_by")
  String revokedBy;

  @Column(name = "revocation_reason")
  String revocationReason;

  @Column(name = "last_used_at")
  Instant lastUsedAt;
}
