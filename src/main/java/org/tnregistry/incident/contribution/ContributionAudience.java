package org.tnregistry.incident.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.IncidentNews;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.ledger.Visibility;

/** Whom a contribution bars beside those the record bars, and who is told of it. */
@ApplicationScoped
class ContributionAudience {
  /** As the policy of incidents has it, for another agency than the viewer. */
  private static final String SEES =
      """
      SELECT EXISTS (SELECT FROM incident i WHERE i.id = ?1
        AND i.reach = ANY (reaches_of(principals_of(?2)))
        AND NOT EXISTS (SELECT FROM bar_principal b
          WHERE b.bar_set = i.bars AND b.principal = ANY (barrable_as(?2))))
      """;

  private final Session database;
  private final Audiences audiences;
  private final IncidentNews news;

  ContributionAudience(Session database, Audiences audiences, IncidentNews news) {
    this.database = database;
    this.audiences = audiences;
    this.news = news;
  }

  boolean isOf(UUID agency, Collection<String> states) {
    return database
        .createNativeQuery("SELECT jurisdiction FROM agency WHERE id = ?1", String.class)
        .setParameter(1, agency)
        .getResultStream()
        .anyMatch(states::contains);
  }

  int bars(Collection<String> states) {
    var principals = new TreeSet<String>();
    states.forEach(state -> principals.add(Principal.state(state)));
    return audiences.numberOf(principals);
  }

  /**
   * Tells those who see the contribution, and of one for the owner only the other of the two; but
   * no contributor who has lost sight of the record.
   */
  void tell(Seen incident, Contributions.Stored contribution, Viewer actor, String act) {
    if (contribution.view().ownerOnly()) {
      boolean isOwner = actor.agency().equals(incident.owner());
      if (!isOwner) {
        news.tellOnly(incident, actor, act, incident.owner());
      } else if (sees(contribution.owner(), incident.id())) {
        news.tellOnly(incident, actor, act, contribution.owner());
      } else {
        news.tellNobodyElse(incident, actor, act);
      }
      return;
    }
    var seen = incident.visibility();
    var barred = new TreeSet<>(principals(seen.bars()));
    barred.addAll(principals(contribution.bars()));
    var visibility = new Visibility(seen.reach(), audiences.numberOf(barred), seen.audience());
    news.tell(
        new Seen(incident.id(), incident.owner(), incident.revision(), visibility), actor, act);
  }

  private boolean sees(UUID agency, UUID incident) {
    return database
        .createNativeQuery(SEES, Boolean.class)
        .setParameter(1, incident)
        .setParameter(2, agency)
        .getSingleResult();
  }

  private Collection<String> principals(int bars) {
    return database
        .createNativeQuery("SELECT principal FROM bar_principal WHERE bar_set = ?1", String.class)
        .setParameter(1, bars)
        .getResultList();
  }
}
