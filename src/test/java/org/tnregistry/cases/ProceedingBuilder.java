package org.tnregistry.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.shared.json.StrictJson;

/** Proceedings of tests: {@code aProceeding("p1", "extradition-request").from("UA").to("BE")}. */
final class ProceedingBuilder implements Consumer<ObjectNode> {
  private final ObjectNode proceeding = StrictJson.mapper().createObjectNode();

  private ProceedingBuilder(String id, String type) {
    proceeding.put("id", id).put("type", type);
  }

  static ProceedingBuilder aProceeding(String id, String type) {
    return new ProceedingBuilder(id, type);
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  ProceedingBuilder from(String state) {
    proceeding.put("requestingState", state);
    return this;
  }

  ProceedingBuilder to(String state) {
    proceeding.put("requestedState", state);
    return this;
  }

  ProceedingBuilder numbered(String caseNumber) {
    proceeding.withArrayProperty("caseNumbers").addObject().put("number", caseNumber);
    return this;
  }

  ProceedingBuilder against(String target) {
    proceeding.withArrayProperty("targets").add(target);
    return this;
  }

  /** A milestone so many days from today. */
  ProceedingBuilder step(String type, int days) {
    return step(type, today().plusDays(days).toString());
  }

  ProceedingBuilder step(String type, String date) {
    undated(type);
    var milestones = proceeding.withArrayProperty("milestones");
    ((ObjectNode) milestones.get(milestones.size() - 1)).put("date", date);
    return this;
  }

  ProceedingBuilder undated(String type) {
    proceeding.withArrayProperty("milestones").addObject().put("type", type);
    return this;
  }

  ProceedingBuilder markedFor(TestAgency agency) {
    proceeding
        .putObject("handling")
        .put("marking", "TLP:RED")
        .putObject("audience")
        .putArray("agencies")
        .add(agency.handle());
    return this;
  }

  /** A merge patch that makes these the proceedings of an incident. */
  static String patch(ProceedingBuilder... proceedings) {
    var patch = StrictJson.mapper().createObjectNode();
    patch
        .putArray("proceedings")
        .addAll(List.of(proceedings).stream().map(p -> p.proceeding).toList());
    return patch.toString();
  }

  /** Adds it to an incident. */
  @Override
  public void accept(ObjectNode document) {
    document.withArrayProperty("proceedings").add(proceeding);
  }
}
