package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tnregistry.bench.IncidentGenerator;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.schema.DocumentSchema;
import org.tnregistry.taxonomy.Taxonomies;

class GeneratedIncidentTest {
  @Test
  void generatedIncidentsAreValidAndCompleteEnoughToBeSubmitted() {
    var schema =
        DocumentSchema.of(
            IncidentDocument.class, IncidentChecks.SCHEMA_ID, "Incident 1.0", new Taxonomies());
    var generator = new IncidentGenerator(1, 200_000);
    for (int number = 0; number < 200_000; number += 500) {
      var document = StrictJson.mapper().valueToTree(generator.incident(number).document());
      assertEquals(List.of(), schema.check(document), document::toString);
      assertEquals(List.of(), IncidentRules.check(document), document::toString);
      assertEquals(List.of(), IncidentRules.incompleteness(document), document::toString);
    }
  }
}
