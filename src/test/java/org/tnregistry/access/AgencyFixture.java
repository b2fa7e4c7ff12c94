package org.tnregistry.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agencies of tests, each new, so that no test sees another one's records. */
@Singleton
public class AgencyFixture {
  /** An agency with two people who may do everything a member may. */
  public record TestAgency(UUID id, String handle, String first, String second) {}

  private final AgencyService agencies;
  private final ViewerContext context;
  private final DemoAgencies demoAgencies;
  private final EntityManager database;

  AgencyFixture(
      AgencyService agencies,
      ViewerContext context,
      DemoAgencies demoAgencies,
      EntityManager database) {
    this.database = database;
    this.agencies = agencies;
    this.context = context;
    this.demoAgencies = demoAgencies;
  }

  public TestAgency agency() {
    return agency("law-enforcement", "BE");
  }

  public TestAgency agency(String kind, @Nullable String jurisdiction) {
    var handle = "test-" + UUID.randomUUID().toString().substring(0, 8);
    var command = new RegisterAgency(handle, Map.of("en", "Test agency"), kind, jurisdiction);
    var id =
        context.asSystem("administering", () -> agencies.register(command, false, "test")).id();
    return new TestAgency(id, handle, token(id, "first-officer"), token(id, "second-officer"));
  }

  /** The operator's agency, registered as on a first start. */
  void operator() {
    context.asSystem("administering", () -> demoAgencies.createOperator("0".repeat(64)));
  }

  public String token(UUID agency, String person) {
    return token(agency, person, List.copyOf(Permission.OF_MEMBERS));
  }

  public String token(UUID agency, String person, List<String> permissions) {
    var command = new IssueCredential(person, permissions, null);
    var credential =
        context.asSystem("administering", () -> agencies.issue(agency, command, "test"));
    return Objects.requireNonNull(credential.token());
  }

  /** A credential that was good until now. */
  public String revokedToken(UUID agency) {
    var command = new IssueCredential("revoked", List.copyOf(Permission.OF_MEMBERS), null);
    return context.asSystem(
        "administering",
        () -> {
          var credential = agencies.issue(agency, command, "test");
          agencies.revoke(agency, credential.id(), "Test.", "test");
          return Objects.requireNonNull(credential.token());
        });
  }

  /** A sharing group with its members. */
  public void group(String handle, List<UUID> members) {
    context.asSystem(
        "administering",
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      database
                          .createNativeQuery(
                              "INSERT INTO sharing_group VALUES (:handle, '{}', now())")
                          .setParameter("handle", handle)
                          .executeUpdate();
                      for (var member : members) {
                        database
                            .createNativeQuery(
                                "INSERT INTO sharing_group_member VALUES (:handle, :member, now())")
                            .setParameter("handle", handle)
                            .setParameter("member", member)
                            .executeUpdate();
                      }
                      return members.size();
                    }));
  }

  public Viewer viewer(TestAgency agency, String person) {
    return new Viewer(
        agency.id(), agency.handle(), "law-enforcement", "BE", person, Permission.OF_MEMBERS);
  }

  public ViewerContext context() {
    return context;
  }
}
