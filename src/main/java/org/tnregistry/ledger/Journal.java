package org.tnregistry.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Where every accepted write leaves exactly one entry. */
@ApplicationScoped
public class Journal {
  @ApplicationScoped
  static class Repository implements PanacheRepositoryBase<JournalEntry, UUID> {}

  private final Repository entries;
  private final Clock clock;

  Journal(Repository entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** Appends in the transaction of the write, so that neither exists without the other. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(Accepted write) {
    var entry = new JournalEntry();
    entry.id = UUID.randomUUID();
    entry.at = clock.instant();
    entry.agency = write.agency();
    entry.actor = write.actor();
    entry.act = write.act();
    entry.subjectKind = write.subjectKind();
    entry.subject = write.subject();
    entry.subjectRevision = write.revision();
    var before = write.before();
    if (before != null) {
      entry.reachBefore = before.reach();
      entry.barsBefore = before.bars();
      entry.audienceBefore = before.audience();
    }
    var after = write.after();
    if (after != null) {
      entry.reachAfter = after.reach();
      entry.barsAfter = after.bars();
      entry.audienceAfter = after.audience();
    }
    entries.persist(entry);
  }
}
