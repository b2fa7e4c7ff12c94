package org.tnregistry.definition.rule;

import java.util.Collection;
import java.util.Optional;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Rule.Is;

final class TernaryScale extends Scale {

  @Override
  public Answer read(Collection<String> written) {
    return switch (String.join(" ", written)) {
      case "met" -> Finding.MET;
      case "not-met" -> Finding.NOT_MET;
      case "undetermined" -> Answer.UNKNOWN;
      default -> throw noAnswer();
    };
  }

  @Override
  boolean takes(Answer answer) {
    return answer instanceof Answer.Undetermined || answer instanceof Finding;
  }

  @Override
  Optional<Flaw> flaw(Rule.Condition condition) {
    return condition instanceof Is ? Optional.empty() : Optional.of(misfit(condition, "is"));
  }

  @Override
  Truth truth(Rule.Condition condition, Answer answer) {
    return answer instanceof Finding finding
        ? Truth.of(finding == ((Is) condition).finding())
        : Truth.UNDETERMINED;
  }

  @Override
  Optional<Requirement> requirement(Rule.Condition condition, boolean value) {
    boolean met = (((Is) condition).finding() == Finding.MET) == value;
    return Optional.of(new Requirement.Only(met ? Finding.MET : Finding.NOT_MET));
  }
}
