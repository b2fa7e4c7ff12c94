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
   * One entry for all whom the record reaches and for its owner, whom it does not reach because it
   * is theirs, and who may be barred from their own: the owner is told as one who saw it before.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tell(Seen incident, Viewer actor, String act) {
    append(incident, actor, act, only(incident.owner()), incident.visibility());
  }

  /** One entry for one agency alone, whoever else sees the record. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellOnly(Seen incident, Viewer actor, String act, UUID agency) {
    append(incident, actor, act, only(agency), only(agency));
  }

  /** One entry for the actor's own agency. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellNobodyElse(Seen incident, Viewer actor, String act) {
    var nobody = new Visibility(Visibility.NOBODY, Visibility.NO_BARS, "{}");
    append(incident, actor, act, nobody, nobody);
  }

  private Visibility only(UUID agency) {
    int reach = audiences.numberOf(Reach.of(List.of(Principal.agency(agency))));
    return new Visibility(reach, Visibility.NO_BARS, "{}");
  }

  private void append(
      Seen incident, Viewer actor, String act, Visibility before, Visibility after) {
    journal.append(
        new Accepted(
            actor.agency(),
            actor.actor(),
            act,
            "incident",
            incident.id(),
            incident.revision(),
            before,
            after,
            null));
  }
}
