package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Permission;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.id.Reference;
import org.tnregistry.shared.json.MergePatch;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Records, amends and decides on incidents. Every accepted write is one revision and one entry. */
@ApplicationScoped
public class IncidentService {
  private static final String REFERENCE_PREFIX = "TNR";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final IncidentRepository incidents;
  private final IncidentChecks checks;
  private final IncidentStore store;
  private final Merging merging;
  private final ViewerContext context;
  private final Clock clock;

  IncidentService(
      IncidentRepository incidents,
      IncidentChecks checks,
      IncidentStore store,
      Merging merging,
      ViewerContext context,
      Clock clock) {
    this.incidents = incidents;
    this.checks = checks;
    this.store = store;
    this.merging = merging;
    this.context = context;
    this.clock = clock;
  }

  /** Takes a new incident of the viewer's agency, as a draft. */
  @Transactional
  public Answer record(JsonNode document) {
    var viewer = context.viewer();
    var checked = checks.require(document, viewer, null, MissingNode.getInstance());
    var incident = new IncidentEntity();
    incident.id = UUID.randomUUID();
    incident.reference = Reference.random(REFERENCE_PREFIX, RANDOM).toString();
    incident.owner = viewer.agency();
    incident.status = IncidentStatus.DRAFT;
    incident.createdAt = clock.instant();
    incident.updatedAt = incident.createdAt;
    incident.createdBy = viewer.person();
    incident.amendedBy = viewer.person();
    incident.document = document.toString();
    store.write(incident, checked, viewer, new IncidentStore.Change("created", null, null));
    var view = IncidentView.of(incident, viewer.handle());
    return new Answer(201, view.registry().self(), view.etag(), view.json());
  }

  /** Replaces the document. */
  @Transactional
  Answer amend(UUID id, @Nullable String ifMatch, JsonNode document) {
    return amend(id, ifMatch, current -> document);
  }

  /** Changes the document by a merge patch (RFC 7396). */
  @Transactional
  Answer patch(UUID id, @Nullable String ifMatch, JsonNode patch) {
    if (!patch.isObject()) {
      throw new ProblemException(
          StandardProblem.INVALID_DOCUMENT,
          List.of(new Fault("wrong-type", "#", "A merge patch of an incident is a JSON object.")));
    }
    return amend(id, ifMatch, current -> MergePatch.apply(current, patch));
  }

  /**
   * Locks an incident of the viewer's agency until the transaction ends.
   *
   * @throws ProblemException 404 when the viewer cannot see it, 403 when it is another agency's
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void hold(UUID id) {
    require(id);
  }

  /** Amends the incident by what another agency contributed, with all that an amendment takes. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Answer extend(
      UUID id, @Nullable String ifMatch, @Nullable String reason, UnaryOperator<JsonNode> change) {
    return amend(id, ifMatch, reason, change);
  }

  private Answer amend(UUID id, @Nullable String ifMatch, UnaryOperator<JsonNode> change) {
    return amend(id, ifMatch, null, change);
  }

  private Answer amend(
      UUID id, @Nullable String ifMatch, @Nullable String reason, UnaryOperator<JsonNode> change) {
    var viewer = context.viewer();
    var incident = require(id);
    EntityTags.requireMatch(ifMatch, incident.etag());
    if (incident.status.isClosed()) {
      throw new ProblemException(IncidentProblem.WRONG_STATUS, incident.status.sentence());
    }
    var current = StoredJson.parse(incident.document);
    var document = change.apply(current);
    document = withoutUnchangedRegistry(document, incident, viewer);
    var checked = checks.require(document, viewer, id, current);
    var before = incident.document;
    incident.document = document.toString();
    incident.amendedBy = viewer.person();
    incident.updatedAt = clock.instant();
    if (incident.status == IncidentStatus.SUBMITTED) {
      // What was submitted is not what would be recorded now.
      incident.status = IncidentStatus.DRAFT;
    }
    store.write(incident, checked, viewer, new IncidentStore.Change("amended", reason, before));
    var view = IncidentView.of(incident, viewer.handle());
    return new Answer(200, null, view.etag(), view.json());
  }

  /**
   * Takes a step of the life cycle.
   *
   * @throws ProblemException 409 when the status does not allow it, a second person is needed or
   *     what it is merged into is not recorded; 422 when the record is not complete enough to be
   *     submitted
   */
  @Transactional
  public Answer change(UUID id, @Nullable String ifMatch, ChangeStatus command) {
    var viewer = context.viewer();
    var next = IncidentStatus.of(command.to());
    var replacement = Optional.ofNullable(command.replacedBy()).map(UUID::fromString).orElse(null);
    if (next == IncidentStatus.MERGED && replacement != null) {
      // Before the row is locked: the other merge of the two has to wait for it with nothing held.
      merging.lock(id, replacement);
    }
    var incident = require(id);
    if (ifMatch != null) {
      EntityTags.requireMatch(ifMatch, incident.etag());
    }
    if (next.isDecision() && !viewer.permissions().contains(Permission.INCIDENT_DECIDE)) {
      throw new ProblemException(
          StandardProblem.NOT_PERMITTED, "It takes " + Permission.INCIDENT_DECIDE + " as well.");
    }
    if (!incident.status.canBecome(next)) {
      throw new ProblemException(IncidentProblem.WRONG_STATUS, incident.status.sentence());
    }
    var document = StoredJson.parse(incident.document);
    requireReady(incident, document, next, replacement);
    requireSecondPerson(incident, next, viewer);
    var act = incident.status.actInto(next);
    incident.status = next;
    incident.updatedAt = clock.instant();
    if (next == IncidentStatus.SUBMITTED) {
      incident.submittedBy = viewer.person();
    } else if (next == IncidentStatus.RECORDED && incident.recordedAt == null) {
      incident.recordedAt = incident.updatedAt;
    }
    incident.closingReason = next.isClosed() ? command.reason() : null;
    incident.replacedBy = replacement;
    store.write(
        incident,
        checks.schema().bind(document),
        viewer,
        new IncidentStore.Change(act, command.reason(), incident.document));
    var view = IncidentView.of(incident, viewer.handle());
    return new Answer(200, null, view.etag(), view.json());
  }

  private void requireReady(
      IncidentEntity incident, JsonNode document, IncidentStatus next, @Nullable UUID replacement) {
    var faults = new ArrayList<Fault>();
    if (next == IncidentStatus.SUBMITTED) {
      faults.addAll(IncidentRules.incompleteness(document));
      faults.addAll(AudienceChecks.recordingRefused(document));
    }
    if ((next == IncidentStatus.MERGED) != (replacement != null)) {
      faults.add(
          new Fault(
              "replacement",
              "#/replacedBy",
              "A merge, and only a merge, names the incident that replaces this one."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    if (replacement != null) {
      merging.require(incident.id, replacement);
    }
  }

  /** To take back a merge restores what two people stood behind already. */
  private static void requireSecondPerson(
      IncidentEntity incident, IncidentStatus next, Viewer viewer) {
    if (next == IncidentStatus.RECORDED
        && incident.status != IncidentStatus.MERGED
        && (viewer.person().equals(incident.submittedBy)
            || viewer.person().equals(incident.amendedBy))) {
      throw new ProblemException(IncidentProblem.SECOND_PERSON_NEEDED);
    }
  }

  /**
   * Locks the incident.
   *
   * @throws ProblemException 404 when the viewer cannot see it, 403 when it is another agency's
   */
  IncidentEntity require(UUID id) {
    return incidents
        .findForUpdate(id)
        .orElseThrow(
            () ->
                // Whoever sees it may know that it is another agency's.
                new ProblemException(
                    incidents.known(Set.of(id)).isEmpty()
                        ? StandardProblem.NOT_FOUND
                        : StandardProblem.NOT_YOURS));
  }

  /** What was read can be edited and sent back: an unchanged registry member is no fault. */
  private static JsonNode withoutUnchangedRegistry(
      JsonNode document, IncidentEntity incident, Viewer viewer) {
    JsonNode current =
        StrictJson.mapper().valueToTree(IncidentView.of(incident, viewer.handle()).registry());
    return document instanceof ObjectNode object && object.path(RegistryView.MEMBER).equals(current)
        ? object.deepCopy().without(RegistryView.MEMBER)
        : document;
  }
}
