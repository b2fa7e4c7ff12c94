package org.tnregistry.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes a new registry usable: three demo agencies in local mode, each with one credential printed
 * once; the operator's agency when its token's hash is configured.
 */
@ApplicationScoped
public class DemoAgencies {
  /** Runs before features load data on behalf of a demo agency. */
  public static final int STARTUP_PRIORITY = 1_000;

  public static final String NGO = "demo-ngo";
  static final String OPERATOR = "registry-operator";
  private static final Logger LOG = Logger.getLogger(DemoAgencies.class);
  private static final String REGISTRY = "registry";
  private static final List<RegisterAgency> AGENCIES =
      List.of(
          new RegisterAgency(
              "demo-police", Map.of("en", "Demo Police, Belgium"), "law-enforcement", "BE"),
          new RegisterAgency(
              "demo-asylum", Map.of("en", "Demo Asylum Office, France"), "asylum-authority", "FR"),
          new RegisterAgency(NGO, Map.of("en", "Demo Human Rights Organisation"), "ngo", null));

  private final AgencyService agencies;
  private final AgencyRepository repository;
  private final ViewerContext context;
  private final AccessConfig config;
  private final String mode;

  DemoAgencies(
      AgencyService agencies,
      AgencyRepository repository,
      ViewerContext context,
      AccessConfig config,
      @ConfigProperty(name = "tnr.mode") String mode) {
    this.agencies = agencies;
    this.repository = repository;
    this.context = context;
    this.config = config;
    this.mode = mode;
  }

  void starts(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
    if (mode.equals("local")) {
      var printed = context.asSystem("administering", this::createDemoAgencies);
      printed.forEach(line -> System.out.println(line));
    }
    config
        .operatorTokenSha256()
        .ifPresent(hash -> context.asSystem("administering", () -> createOperator(hash)));
  }

  @Transactional
  List<String> createDemoAgencies() {
    var lines = new ArrayList<String>();
    for (var agency : AGENCIES) {
      if (repository.findByHandle(agency.handle()).isEmpty()) {
        var id = agencies.register(agency, true, REGISTRY).id();
        var token = agencies.issue(id, credential("first-officer"), REGISTRY).token();
        lines.add(String.format("  %-12s %s", agency.handle(), token));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, "Demo agencies, each with a credential that is shown this once:");
    }
    return lines;
  }

  private static IssueCredential credential(String person) {
    return new IssueCredential(person, List.copyOf(Permission.OF_MEMBERS), null);
  }

  @Transactional
  boolean createOperator(String tokenHash) {
    if (repository.findByHandle(OPERATOR).isPresent()) {
      return false;
    }
    var view =
        agencies.register(
            new RegisterAgency(
                OPERATOR, Map.of("en", "Operator of the registry"), "international-body", null),
            false,
            REGISTRY);
    agencies.store(
        repository.findById(view.id()),
        new IssueCredential(
            "operator", List.of(Permission.REGISTRY_ADMINISTER, Permission.AGENCY_READ), null),
        REGISTRY,
        HexFormat.of().parseHex(tokenHash));
    LOG.info("The operator's agency is registered; its credential is the configured one");
    return true;
  }

  /** A person of a demo agency, to load the reference data on behalf of. Local mode only. */
  public Viewer person(String handle, String person) {
    return context
        .asSystem("authenticating", () -> agencies.bearer(handle, person, Permission.OF_MEMBERS))
        .orElseThrow();
  }

  /** Whether the registry runs with demo agencies. */
  public boolean isLocal() {
    return mode.equals("local");
  }
}
