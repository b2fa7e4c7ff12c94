package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record implies, as its assessor is proposed it. A part of this feature answers it. */
public interface ImpliedAnswers {
  /**
   * @param categories of those aimed at, where the element has them
   * @param roles of those aimed at, where the element has them
   */
  record Implied(
      List<String> codes, @Nullable List<String> categories, @Nullable List<String> roles) {
    /** Whether it is the same value, in whatever order. */
    boolean isValueOf(ElementAnswer answer) {
      return Set.copyOf(codes).equals(Set.copyOf(answer.codes()));
    }

    /** Whether the answer says nothing that it does not. */
    boolean holds(ElementAnswer answer) {
      return isValueOf(answer)
          && within(answer.categories(), categories)
          && within(answer.roles(), roles);
    }

    private static boolean within(@Nullable List<String> given, @Nullable List<String> implied) {
      return given == null || (implied == null ? List.of() : implied).containsAll(given);
    }

    @Override
    public String toString() {
      var value = String.join(", ", codes);
      return categories == null || roles == null
          ? value
          : value + " of " + String.join(", ", categories) + "; " + String.join(", ", roles);
    }
  }

  /**
   * By element; of those that the record implies nothing of, none.
   *
   * @param document the record as its assessor sees it
   */
  Map<String, Implied> of(JsonNode document, Collection<String> elements);
}
