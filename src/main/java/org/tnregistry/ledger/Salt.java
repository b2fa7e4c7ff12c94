package org.tnregistry.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.tnregistry.ledger.tree.Commitment;

/** The salt of an entry's commitment, apart from the entry, so that it can be destroyed. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "ledger_salt")
class Salt {
  @Id UUID journal;
  UUID agency;
  UUID subject;
  byte[] salt;

  static Salt of(JournalEntry entry, Commitment commitment) {
    var salt = new Salt();
    salt.journal = entry.id;
    salt.agency = entry.agency;
    salt.subject = entry.subject;
    salt.salt = commitment.salt();
    return salt;
  }
}
