package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Principal;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Lifts bars: adding one is one act, lifting one takes two people. */
@ApplicationScoped
class BarLifting {
  private final IncidentService incidents;
  private final IncidentStore store;
  private final IncidentBars bars;
  private final Agencies agencies;
  private final ViewerContext context;
  private final Clock clock;

  BarLifting(
      IncidentService incidents,
      IncidentStore store,
      IncidentBars bars,
      Agencies agencies,
      ViewerContext context,
      Clock clock) {
    this.incidents = incidents;
    this.store = store;
    this.bars = bars;
    this.agencies = agencies;
    this.context = context;
    this.clock = clock;
  }

  /**
   * The first person proposes, a second one lifts.
   *
   * @throws ProblemException 409 when the record itself states the bar, or when the person who
   *     proposed asks again; 422 when no such bar stands
   */
  @Transactional
  Answer lift(UUID id, @Nullable String ifMatch, LiftBar command) {
    var viewer = context.viewer();
    var incident = incidents.require(id);
    if (ifMatch != null) {
      EntityTags.requireMatch(ifMatch, incident.etag());
    }
    var document = SharedState.bound(incident.document);
    var principal = principal(command);
    var standing = bars.of(incident).get(principal);
    if (standing == null) {
      throw fault("unknown-bar", "No such bar stands.");
    }
    var named = agencies.named(IncidentAudience.namedAgencies(document));
    if (IncidentAudience.of(document, viewer.jurisdiction(), named).bars().containsKey(principal)) {
      throw new ProblemException(IncidentProblem.BAR_STATED);
    }
    boolean isProposed = standing.liftProposedBy() != null;
    if (viewer.person().equals(standing.liftProposedBy())) {
      throw new ProblemException(IncidentProblem.SECOND_PERSON_NEEDED);
    }
    incident.updatedAt = clock.instant();
    if (isProposed) {
      bars.lift(incident, principal);
    } else {
      bars.propose(incident, principal, viewer.person(), command.reason());
    }
    store.write(
        incident,
        document,
        viewer,
        new IncidentStore.Change(
            isProposed ? IncidentStore.BAR_LIFTED : IncidentStore.BAR_LIFT_PROPOSED,
            command.reason(),
            incident.document));
    var view = IncidentView.of(incident, viewer.handle());
    return new Answer(200, null, view.etag(), view.json());
  }

  private String principal(LiftBar command) {
    var jurisdiction = command.jurisdiction();
    var agency = command.agency();
    if ((jurisdiction == null) == (agency == null)) {
      throw fault("missing-member", "Either a jurisdiction or an agency is expected.");
    }
    if (jurisdiction != null) {
      return Principal.state(jurisdiction);
    }
    var member = agencies.named(Set.of(agency)).get(agency);
    if (member == null) {
      throw fault("unknown-bar", "No such bar stands.");
    }
    return Principal.agency(member.id());
  }

  private static ProblemException fault(String code, String detail) {
    return new ProblemException(
        StandardProblem.INVALID_DOCUMENT, List.of(new Fault(code, "#", detail)));
  }
}
