package org.tnregistry.definition.rule;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tnregistry.definition.rule.Rule.IncludesAny;

final class CodeScale extends Scale {
  private static final String NONE = "none";
  private static final String UNDETERMINED = "undetermined";

  private final Set<String> codes;

  CodeScale(Collection<String> codes) {
    this.codes = Set.copyOf(codes);
  }

  @Override
  public Answer read(Collection<String> written) {
    if (List.of(NONE).equals(List.copyOf(written))) {
      return new Answer.Codes(Set.of(), true);
    }
    var given = new HashSet<>(written);
    boolean complete = !given.remove(UNDETERMINED);
    if (written.isEmpty() || !codes.containsAll(given)) {
      throw noAnswer();
    }
    return new Answer.Codes(given, complete);
  }

  @Override
  boolean takes(Answer answer) {
    return answer instanceof Answer.Undetermined
        || (answer instanceof Answer.Codes given && codes.containsAll(given.codes()));
  }

  @Override
  Optional<Flaw> flaw(Rule.Condition condition) {
    if (!(condition instanceof IncludesAny any)) {
      return Optional.of(misfit(condition, "includesAny"));
    }
    if (any.codes().isEmpty()) {
      return Optional.of(new Flaw("/includesAny", "names no code, so that no answer can meet it"));
    }
    return IntStream.range(0, any.codes().size())
        .filter(i -> !codes.contains(any.codes().get(i)))
        .mapToObj(i -> new Flaw("/includesAny/" + i, "is no code of the scale of the element"))
        .findFirst();
  }

  @Override
  Truth truth(Rule.Condition condition, Answer answer) {
    if (!(answer instanceof Answer.Codes given)) {
      return Truth.UNDETERMINED;
    }
    if (((IncludesAny) condition).codes().stream().anyMatch(given.codes()::contains)) {
      return Truth.TRUE;
    }
    return given.complete() ? Truth.FALSE : Truth.UNDETERMINED;
  }

  @Override
  Optional<Requirement> requirement(Rule.Condition condition, boolean value) {
    var asked = ((IncludesAny) condition).codes();
    return value
        ? Requirement.codes(List.of(asked), List.of())
        : Requirement.codes(List.of(), asked);
  }
}
