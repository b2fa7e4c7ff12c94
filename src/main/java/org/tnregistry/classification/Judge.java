package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import org.tnregistry.definition.DefinitionCatalogue;
import org.tnregistry.definition.Definitions;
import org.tnregistry.definition.rule.Answer;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.definition.rule.Ruling;

/** Holds answers, and what follows from the record by itself, against the rule of a definition. */
@Singleton
class Judge {
  private final Definitions definitions;
  private final DefinitionCatalogue catalogue;

  Judge(Definitions definitions, DefinitionCatalogue catalogue) {
    this.definitions = definitions;
    this.catalogue = catalogue;
  }

  Ruling rule(Profile profile, Collection<ElementAnswer> answers, JsonNode document) {
    var given = new HashMap<String, Answer>(RecordFacts.of(document));
    answers.forEach(
        a -> given.put(a.element(), definitions.scale(a.element()).orElseThrow().read(a.codes())));
    return profile.judge(given);
  }

  /** Empty for a definition that the reader may not see: its agency is quarantined. */
  Optional<Profile> profile(String definition, String version) {
    return catalogue.profile(definition, version);
  }
}
