package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Visibility;

/** Tells those who see a record that something was said beside it, by whoever sees it. */
@ApplicationScoped
public class IncidentNews {
  private final Journal journal;
  private final Audiences audiences;

  IncidentNews(Journal journal, Audiences audiences) {
    this.journal = journal;
    this.audiences = audiences;
  }

  /**
   * One entry for all whom the record reaches, and one for its owner, whom it does not reach
   * because it is theirs.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tell(Seen incident, Viewer actor, String act) {
    append(incident, actor, act, incident.visibility());
    if (!actor.agency().equals(incident.owner())) {
      var owner = Reach.of(List.of(Principal.agency(incident.owner())));
      int reach = audiences.numberOf(owner);
      append(incident, actor, act, new Visibility(reach, Visibility.NO_BARS, "{}"));
    }
  }

  /** One entry for these alone, whoever else sees the record. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellOnly(Seen incident, Viewer actor, String act, UUID agency) {
    int reach = audiences.numberOf(Reach.of(List.of(Principal.agency(agency))));
    append(incident, actor, act, new Visibility(reach, Visibility.NO_BARS, "{}"));
  }

  /** One entry for the actor's own agency. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellNobodyElse(Seen incident, Viewer actor, String act) {
    append(incident, actor, act, new Visibility(Visibility.NOBODY, Visibility.NO_BARS, "{}"));
  }

  private void append(Seen incident, Viewer actor, String act, Visibility visibility) {
    journal.append(
        new Accepted(
            actor.agency(),
            actor.actor(),
            act,
            "incident",
            incident.id(),
            incident.revision(),
            visibility,
            visibility,
            null));
  }
}
