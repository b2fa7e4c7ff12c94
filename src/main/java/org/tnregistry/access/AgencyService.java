package org.tnregistry.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Registers agencies and issues, lists and revokes the credentials of their people. */
@ApplicationScoped
class AgencyService {
  private static final StoredContent AGENCIES = new AgencyContent();
  private static final StoredContent CREDENTIALS = new CredentialContent();
  private static final Duration LAST_USE_GRANULARITY = Duration.ofMinutes(1);

  private final AgencyRepository agencies;
  private final CredentialRepository credentials;
  private final Journal journal;
  private final AccessConfig config;
  private final Clock clock;

  AgencyService(
      AgencyRepository agencies,
      CredentialRepository credentials,
      Journal journal,
      AccessConfig config,
      Clock clock) {
    this.agencies = agencies;
    this.credentials = credentials;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  AgencyView register(RegisterAgency command, boolean demo, String registrar) {
    if (agencies.findByHandle(command.handle()).isPresent()) {
      throw new ProblemException(AccessProblem.HANDLE_TAKEN);
    }
    var agency = new AgencyEntity();
    agency.id = UUID.randomUUID();
    agency.handle = command.handle();
    agency.name = command.name();
    agency.kind = command.kind();
    agency.jurisdiction = command.jurisdiction();
    agency.demo = demo;
    agency.createdAt = clock.instant();
    try {
      agencies.persistAndFlush(agency);
    } catch (ConstraintViolationException e) {
      throw new ProblemException(AccessProblem.HANDLE_TAKEN);
    }
    journal.appendBound(
        agency.id, registrar, "agency-registered", new Stored(AGENCIES, agency.id, 1));
    return AgencyView.of(agency);
  }

  @Transactional
  List<AgencyView> list() {
    return agencies.list("order by handle").stream().map(AgencyView::of).toList();
  }

  @Transactional
  Optional<AgencyView> find(UUID id) {
    return agencies.findByIdOptional(id).map(AgencyView::of);
  }

  /**
   * Issues a credential; the view is the only place where its token ever appears.
   *
   * @param command that was checked, unless it is the registry's own
   */
  @Transactional
  CredentialView issue(UUID agencyId, IssueCredential command, String issuer) {
    var agency =
        agencies
            .findByIdOptional(agencyId)
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    var token = Token.random();
    var credential = store(agency, command, issuer, Token.hash(token));
    return CredentialView.of(credential, token);
  }

  CredentialEntity store(AgencyEntity agency, IssueCredential command, String issuer, byte[] hash) {
    var now = clock.instant();
    var credential = new CredentialEntity();
    credential.id = UUID.randomUUID();
    credential.agency = agency;
    credential.person = command.person();
    credential.tokenHash = hash;
    credential.permissions =
        command.permissions().stream().distinct().sorted().toArray(String[]::new);
    credential.createdAt = now;
    credential.createdBy = issuer;
    credential.expiresAt =
        Objects.requireNonNullElseGet(command.expiry(), () -> now.plus(config.defaultValidity()));
    credentials.persist(credential);
    journal.appendBound(
        agency.id, issuer, "credential-issued", new Stored(CREDENTIALS, credential.id, 1));
    return credential;
  }

  @Transactional
  List<CredentialView> credentialsOf(UUID agency) {
    return credentials.ofAgency(agency).stream().map(c -> CredentialView.of(c, null)).toList();
  }

  /** Revokes at once; revoking twice changes nothing, the reason neither. */
  @Transactional
  CredentialView revoke(UUID agency, UUID id, String reason, String revoker) {
    var credential =
        credentials
            .findByIdOptional(id)
            .filter(c -> c.agency.id.equals(agency))
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    if (credential.revokedAt == null) {
      credential.revokedAt = clock.instant();
      credential.revokedBy = revoker;
      credential.revocationReason = reason;
      journal.appendBound(agency, revoker, "credential-revoked", new Stored(CREDENTIALS, id, 2));
    }
    return CredentialView.of(credential, null);
  }

  /**
   * The viewer behind a token; empty when it is unknown, expired or revoked, or its agency
   * suspended. Notes the use.
   */
  @Transactional
  Optional<Viewer> authenticate(String token) {
    var now = clock.instant();
    return credentials
        .findByTokenHash(Token.hash(token))
        .filter(c -> c.revokedAt == null && c.expiresAt.isAfter(now))
        .filter(c -> c.agency.suspendedAt == null)
        .map(
            c -> {
              // To the minute, so that a busy credential does not make every read a write.
              if (c.lastUsedAt == null || c.lastUsedAt.plus(LAST_USE_GRANULARITY).isBefore(now)) {
                c.lastUsedAt = now;
              }
              return viewer(c.agency, c.person, Set.of(c.permissions));
            });
  }

  /** The viewer behind a token of an issuer; empty when no such agency may enter. */
  @Transactional
  Optional<Viewer> bearer(String handle, String subject, Set<String> permissions) {
    return agencies
        .findByHandle(handle)
        .filter(a -> a.suspendedAt == null)
        .map(a -> viewer(a, subject, permissions));
  }

  private static Viewer viewer(AgencyEntity a, String person, Set<String> permissions) {
    return new Viewer(a.id, a.handle, a.kind, a.jurisdiction, person, permissions);
  }
}
