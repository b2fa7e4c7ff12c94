package org.tnregistry.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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
@Table(name = "journal")
class JournalEntry {
  @Id UUID id;
  Instant at;
  UUID agency;
  String actor;
  String act;

  @Column(name = "subject_kind")
  String subjectKind;

  UUID subject;

  @Column(name = "subject_revision")
  int subjectRevision;

  @Column(name = "reach_before")
  int reachBefore;

  @Column(name = "bars_before")
  int barsBefore;

  @Column(name = "reach_after")
  int reachAfter;

  @Column(name = "bars_after")
  int barsAfter;

  @Column(name = "audience_before")
  @JdbcTypeCode(SqlTypes.JSON)
  String audienceBefore;

  @Column(name = "audience_after")
  @JdbcTypeCode(SqlTypes.JSON)
  String audienceAfter;

  byte[] commitment;
}
