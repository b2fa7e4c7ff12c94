package org.tnregistry.classification.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tnregistry.classification.ImpliedAnswers;

@Singleton
class ProposedAnswers implements ImpliedAnswers {
  @Override
  public Map<String, Implied> of(JsonNode document, Collection<String> elements) {
    return Implications.of(document, elements).stream()
        .collect(
            Collectors.toMap(
                ProposedAnswer::element,
                a -> new Implied(codes(a.value()).toList(), a.categories(), a.roles())));
  }

  private static Stream<String> codes(JsonNode value) {
    return value.isArray() ? value.valueStream().map(JsonNode::asText) : Stream.of(value.asText());
  }
}
