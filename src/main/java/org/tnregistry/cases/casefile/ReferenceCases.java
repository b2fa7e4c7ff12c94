package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.tnregistry.access.DemoAgencies;
import org.tnregistry.access.ReferenceLoad;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.json.PublishedData;

/** Loads the case files of the reference incidents, after them, on the first local start. */
@ApplicationScoped
class ReferenceCases {
  private static final String FILE = "/reference/cases.json";

  /**
   * @param incident the demo organisation's own number of it
   */
  private record Member(String incident, String reason) {}

  private record Case(JsonNode document, List<Member> members) {}

  private final CaseService cases;
  private final CaseMembers members;
  private final CaseFileRepository files;
  private final Incidents incidents;
  private final ReferenceLoad reference;

  ReferenceCases(
      CaseService cases,
      CaseMembers members,
      CaseFileRepository files,
      Incidents incidents,
      ReferenceLoad reference) {
    this.cases = cases;
    this.members = members;
    this.files = files;
    this.incidents = incidents;
    this.reference = reference;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY + 2) StartupEvent event) {
    reference.atStart("case files", this::load);
  }

  /**
   * Loads the set in one transaction: all of it or, when the demo organisation has opened a case
   * file already, none.
   *
   * @return how many case files were loaded
   */
  int load() {
    return reference.once(
        () -> files.count("owner", reference.analyst().agency()) > 0, this::loadAll);
  }

  private int loadAll() {
    var analyst = reference.analyst();
    var all = PublishedData.readList(FILE, Case.class);
    for (var one : all) {
      var file = cases.opened(one.document(), analyst).id;
      for (var member : one.members()) {
        incidents
            .ofExternalId(member.incident())
            .filter(id -> incidents.current(id).filter(Incidents.Version::isRecorded).isPresent())
            .ifPresent(id -> members.add(file, new AddMember(id, member.reason()), analyst));
      }
    }
    return all.size();
  }
}
