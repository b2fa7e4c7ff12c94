package org.tnregistry.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Three agencies to try the registry with, in local mode, each with one credential printed once.
 */
@ApplicationScoped
public class DemoAgencies {
  /** Runs before features load data on behalf of a demo agency. */
  public static final int STARTUP_PRIORITY = 1_000;

  public static final String NGO = "demo-ngo";
  static final String REGISTRY = "registry";
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
  private final String mode;

  DemoAgencies(
      AgencyService agencies,
      AgencyRepository repository,
      ViewerContext context,
      @ConfigProperty(name = "tnr.mode") String mode) {
    this.agencies = agencies;
    this.repository = repository;
    this.context = context;
    this.mode = mode;
  }

  void starts(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
    if (mode.equals("local")) {
      var printed = context.asSystem("administering", this::createDemoAgencies);
      printed.forEach(line -> System.out.println(line));
    }
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
