package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tnregistry.access.membership.QuarantineChanged;
import org.tnregistry.access.membership.SightChanged;
import org.tnregistry.access.membership.SightJournal;

/** Has the readers of incidents told what a quarantine or a group takes from them or gives them. */
@ApplicationScoped
class IncidentSight {
  private final SightJournal journal;

  IncidentSight(SightJournal journal) {
    this.journal = journal;
  }

  void quarantineChanged(@Observes QuarantineChanged change) {
    journal.tell(SightJournal.Kind.INCIDENT, change);
  }

  void sightChanged(@Observes SightChanged change) {
    journal.tell(SightJournal.Kind.INCIDENT, change);
  }
}
