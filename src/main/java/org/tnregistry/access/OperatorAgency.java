package org.tnregistry.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Lets the operator in, by the hash of a token in the configuration. */
@ApplicationScoped
class OperatorAgency {
  static final String HANDLE = "registry-operator";
  private static final Logger LOG = Logger.getLogger(OperatorAgency.class);
  private static final RegisterAgency AGENCY =
      new RegisterAgency(
          HANDLE, Map.of("en", "Operator of the registry"), "international-body", null);
  private static final IssueCredential CREDENTIAL =
      new IssueCredential(
          "operator", List.of(Permission.REGISTRY_ADMINISTER, Permission.AGENCY_READ), null);

  private final AgencyService service;
  private final AgencyRepository agencies;
  private final CredentialRepository credentials;
  private final ViewerContext context;
  private final AccessConfig config;

  OperatorAgency(
      AgencyService service,
      AgencyRepository agencies,
      CredentialRepository credentials,
      ViewerContext context,
      AccessConfig config) {
    this.service = service;
    this.agencies = agencies;
    this.credentials = credentials;
    this.context = context;
    this.config = config;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY + 1) StartupEvent event) {
    config
        .operatorTokenSha256()
        .ifPresentOrElse(
            hash -> context.asSystem("administering", () -> admit(hash)),
            () -> context.asSystem("administering", this::warnIfNobodyCanEnter));
  }

  /**
   * Registers the operator's agency when it is not there, and issues it the configured credential
   * when no credential ever had that hash: so a token that was lost or has expired is replaced by
   * another hash and a start. One that was revoked stays so.
   *
   * @param tokenHash SHA-256 in hexadecimal
   * @return whether a credential was issued
   */
  @Transactional
  boolean admit(String tokenHash) {
    var hash = HexFormat.of().parseHex(tokenHash);
    if (credentials.findByTokenHash(hash).isPresent()) {
      return false;
    }
    var operator =
        agencies
            .findByHandle(HANDLE)
            .orElseGet(
                () ->
                    agencies.findById(service.register(AGENCY, false, DemoAgencies.REGISTRY).id()));
    service.store(operator, CREDENTIAL, DemoAgencies.REGISTRY, hash);
    LOG.info("The operator's agency has the configured credential");
    return true;
  }

  /** Without an agency nobody has a credential, and without an operator nobody gets one. */
  @Transactional
  boolean warnIfNobodyCanEnter() {
    boolean empty = agencies.count() == 0;
    if (empty) {
      LOG.warn(
          "There is no agency yet, and nobody who can register one: set"
              + " tnr.access.operator-token-sha256");
    }
    return empty;
  }
}
