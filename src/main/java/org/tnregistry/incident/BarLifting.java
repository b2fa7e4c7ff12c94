package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.problem.ProblemException;

/** Lifts bars: adding one is one act, lifting one takes two people. */
@ApplicationScoped
class BarLifting {
  private final IncidentService incidents;
  private final IncidentStore store;
  private final BarSteps steps;
  private final ViewerContext context;
  private final Clock clock;

  BarLifting(
      IncidentService incidents,
      IncidentStore store,
      BarSteps steps,
      ViewerContext context,
      Clock clock) {
    this.incidents = incidents;
    this.store = store;
    this.steps = steps;
    this.context = context;
    this.clock = clock;
  }

  /**
   * The first person proposes, a second one lifts. Either is a revision of the incident.
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
    var act = steps.take(incident, document, viewer, command);
    incident.updatedAt = clock.instant();
    var change = new IncidentStore.Change(act, command.reason(), incident.document);
    store.write(incident, document, viewer, change);
    var view = IncidentView.of(incident, viewer.handle());
    return new Answer(200, null, view.etag(), view.json());
  }
}
