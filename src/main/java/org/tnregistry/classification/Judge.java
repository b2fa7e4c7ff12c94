package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import org.tnregistry.definition.Definitions;
import org.tnregistry.definition.rule.Answer;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.definition.rule.Ruling;

/** Holds answers, and what follows from the record by itself, against the rule of a definition. */
@Singleton
class Judge {
  private final Definitions definitions;

  Judge(Definitions definitions) {
    this.definitions = definitions;
  }

  Ruling rule(Profile profile, Collection<ElementAnswer> answers, JsonNode document) {
    var given = new HashMap<String, Answer>(RecordFacts.of(document));
    answers.forEach(
        a -> given.put(a.element(), definitions.scale(a.element()).orElseThrow().read(a.codes())));
    return profile.judge(given);
  }

  Profile profile(String definition, String version) {
    return definitions.profile(definition, version).orElseThrow();
  }
}
