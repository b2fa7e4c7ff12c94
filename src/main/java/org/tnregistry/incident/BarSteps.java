package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** The two steps that lift a bar: one person proposes it, a second one does it. */
@ApplicationScoped
class BarSteps {
  private final IncidentBars bars;
  private final Agencies agencies;

  BarSteps(IncidentBars bars, Agencies agencies) {
    this.bars = bars;
    this.agencies = agencies;
  }

  /**
   * Takes the step that is next for the bar.
   *
   * @param incident locked, of the viewer's agency
   * @return the act, as history and ledger call it
   * @throws ProblemException 409 when the record itself states the bar, or when the person who
   *     proposed asks again; 422 when no such bar stands
   */
  String take(IncidentEntity incident, IncidentDocument document, Viewer viewer, LiftBar command) {
    var principal = principal(command);
    var standing = bars.of(incident).get(principal);
    if (standing == null) {
      throw fault("unknown-bar", "No such bar stands.");
    }
    if (isStated(document, viewer, principal)) {
      throw new ProblemException(IncidentProblem.BAR_STATED);
    }
    if (standing.liftProposedBy() == null) {
      bars.propose(incident, principal, viewer.person(), command.reason());
      return IncidentStore.BAR_LIFT_PROPOSED;
    }
    if (viewer.person().equals(standing.liftProposedBy())) {
      throw new ProblemException(IncidentProblem.SECOND_PERSON_NEEDED);
    }
    bars.lift(incident, principal);
    return IncidentStore.BAR_LIFTED;
  }

  private boolean isStated(IncidentDocument document, Viewer viewer, String principal) {
    var named = agencies.named(IncidentAudience.namedAgencies(document));
    return IncidentAudience.of(document, viewer.jurisdiction(), named)
        .bars()
        .containsKey(principal);
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
