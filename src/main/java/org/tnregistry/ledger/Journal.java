package org.tnregistry.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.tnregistry.ledger.tree.Commitment;

/** Where every accepted write leaves exactly one entry. */
@ApplicationScoped
public class Journal {
  @ApplicationScoped
  static class Repository implements PanacheRepositoryBase<JournalEntry, UUID> {}

  @ApplicationScoped
  static class Salts implements PanacheRepositoryBase<Salt, UUID> {}

  private final Repository entries;
  private final Salts salts;
  private final Clock clock;

  Journal(Repository entries, Salts salts, Clock clock) {
    this.entries = entries;
    this.salts = salts;
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
    var content = write.content();
    if (content == null) {
      entries.persist(entry);
    } else {
      var commitment = Commitment.to(content);
      entry.commitment = commitment.hash();
      entries.persist(entry);
      salts.persist(Salt.of(entry, commitment));
    }
  }

  /**
   * Destroys what ties the entries about a subject to what was written of it: they stay, and prove
   * nothing of it any more. For the agency whose subject it is, or the administering registry.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgetContent(UUID subject) {
    salts.delete("subject", subject);
  }
}
