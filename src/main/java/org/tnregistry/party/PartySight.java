package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tnregistry.access.membership.QuarantineChanged;
import org.tnregistry.access.membership.SightChanged;
import org.tnregistry.access.membership.SightJournal;

/** Has the readers of parties told what a quarantine or a group takes from them or gives them. */
@ApplicationScoped
class PartySight {
  private final SightJournal journal;

  PartySight(SightJournal journal) {
    this.journal = journal;
  }

  void quarantineChanged(@Observes QuarantineChanged change) {
    journal.tell(SightJournal.Kind.PARTY, change);
  }

  void sightChanged(@Observes SightChanged change) {
    journal.tell(SightJournal.Kind.PARTY, change);
  }
}
