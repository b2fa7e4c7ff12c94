package org.tnregistry.definition.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tnregistry.definition.rule.Rule.AtLeast;

final class OrdinalScale extends Scale {
  private static final String UNKNOWN = "unknown";

  private final List<String> levels;

  OrdinalScale(List<String> levels) {
    this.levels = List.copyOf(levels);
  }

  @Override
  public Answer read(Collection<String> written) {
    if (written.size() != 1) {
      throw noAnswer();
    }
    var code = written.iterator().next();
    if (code.equals(UNKNOWN)) {
      return Answer.UNKNOWN;
    }
    if (!levels.contains(code)) {
      throw noAnswer();
    }
    return new Answer.Level(code);
  }

  @Override
  boolean takes(Answer answer) {
    return answer instanceof Answer.Undetermined
        || (answer instanceof Answer.Level level && levels.contains(level.code()));
  }

  @Override
  Optional<Flaw> flaw(Rule.Condition condition) {
    if (!(condition instanceof AtLeast atLeast)) {
      return Optional.of(misfit(condition, "atLeast"));
    }
    return levels.contains(atLeast.level())
        ? Optional.empty()
        : Optional.of(new Flaw("/atLeast", "is no level of the scale of the element"));
  }

  @Override
  Truth truth(Rule.Condition condition, Answer answer) {
    return answer instanceof Answer.Level level
        ? Truth.of(levels.indexOf(level.code()) >= least(condition))
        : Truth.UNDETERMINED;
  }

  @Override
  Optional<Requirement> requirement(Rule.Condition condition, boolean value) {
    int least = least(condition);
    return Requirement.levels(
        value ? levels.subList(least, levels.size()) : levels.subList(0, least));
  }

  private int least(Rule.Condition condition) {
    return levels.indexOf(((AtLeast) condition).level());
  }
}
