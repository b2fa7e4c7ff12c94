package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.id.Reference;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;

/** Opens, amends, closes and reads case files. None is ever deleted. */
@ApplicationScoped
class CaseService {
  private static final String REFERENCE_PREFIX = "TNC";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final StoredContent CASES = new CaseContent();

  private final CaseFileRepository files;
  private final CaseRules rules;
  private final CaseAudience audience;
  private final Agencies agencies;
  private final Journal journal;
  private final ViewerContext context;
  private final Clock clock;

  CaseService(
      CaseFileRepository files,
      CaseRules rules,
      CaseAudience audience,
      Agencies agencies,
      Journal journal,
      ViewerContext context,
      Clock clock) {
    this.files = files;
    this.rules = rules;
    this.audience = audience;
    this.agencies = agencies;
    this.journal = journal;
    this.context = context;
    this.clock = clock;
  }

  JsonNode schema() {
    return rules.schema();
  }

  /** Opens a case file of the viewer's agency, with nothing in it. */
  @Transactional
  Answer open(JsonNode document) {
    var file = opened(document, context.viewer());
    return answer(201, CaseFileRegistry.self(file.id), file);
  }

  /**
   * @return its row, written
   */
  @Transactional
  CaseFileEntity opened(JsonNode document, Viewer owner) {
    var checked = rules.require(document, MissingNode.getInstance());
    var file = new CaseFileEntity();
    file.id = UUID.randomUUID();
    file.reference = Reference.random(REFERENCE_PREFIX, RANDOM).toString();
    file.owner = owner.agency();
    file.createdAt = clock.instant();
    file.createdBy = owner.person();
    write(file, document, checked, owner, "case-opened");
    return file;
  }

  @Transactional
  Answer amend(UUID id, @Nullable String ifMatch, JsonNode document) {
    var owner = context.viewer();
    var file = files.requireOwn(id, owner);
    var current = answer(200, null, file);
    EntityTags.requireMatch(ifMatch, Objects.requireNonNull(current.etag()));
    requireOpen(file);
    var sent =
        RegistryView.withoutUnchanged(
            document, StoredJson.parse(current.body()).path(RegistryView.MEMBER));
    write(file, sent, rules.require(sent, StoredJson.parse(file.document)), owner, "case-amended");
    return answer(200, null, file);
  }

  @Transactional
  Answer close(UUID id, CloseCase closing) {
    var owner = context.viewer();
    var file = files.requireOwn(id, owner);
    requireOpen(file);
    file.closedAt = clock.instant();
    file.closingReason = closing.reason();
    audience.barByMembers(file);
    append(file, owner, "case-closed");
    return answer(200, null, file);
  }

  @Transactional
  Answer read(UUID id) {
    return answer(200, null, files.require(id));
  }

  static void requireOpen(CaseFileEntity file) {
    if (file.isClosed()) {
      throw new ProblemException(CaseProblem.CLOSED);
    }
  }

  private void write(
      CaseFileEntity file, JsonNode document, CaseDocument checked, Viewer owner, String act) {
    file.document = document.toString();
    file.kind = checked.kind();
    audience.settle(file, checked, owner);
    append(file, owner, act);
  }

  private void append(CaseFileEntity file, Viewer owner, String act) {
    file.updatedAt = file.closedAt == null ? clock.instant() : file.closedAt;
    file.revision++;
    files.persistAndFlush(file);
    journal.appendBound(
        owner.agency(), owner.actor(), act, new Stored(CASES, file.id, file.revision));
  }

  /** Tagged by all that its reader sees and by nothing else. */
  private Answer answer(int status, @Nullable String location, CaseFileEntity file) {
    var view = view(file, handleOf(file));
    return new Answer(status, location, EntityTags.of(view), view);
  }

  String view(CaseFileEntity file, String handle) {
    var isOwn = context.find().filter(v -> v.agency().equals(file.owner)).isPresent();
    return CaseFileView.of(CaseFileRegistry.of(file, handle, isOwn), file.document, isOwn);
  }

  private String handleOf(CaseFileEntity file) {
    return Objects.requireNonNull(agencies.handlesOf(List.of(file.owner)).get(file.owner));
  }
}
