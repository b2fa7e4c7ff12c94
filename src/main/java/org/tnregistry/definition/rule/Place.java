package org.tnregistry.definition.rule;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.Not;

/**
 * A part of a rule, and where it stands.
 *
 * @param pointer from the whole rule on, as it is published
 */
record Place(String pointer, Rule rule) {

  static Place whole(Rule rule) {
    return new Place("", rule);
  }

  List<Place> parts() {
    if (rule instanceof All all) {
      return parts("/all/", all.parts());
    }
    if (rule instanceof Any any) {
      return parts("/any/", any.parts());
    }
    return rule instanceof Not not ? List.of(new Place(pointer + "/not", not.part())) : List.of();
  }

  /** This one and all below it, in the order in which they are written. */
  Stream<Place> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Place::all));
  }

  private List<Place> parts(String operator, List<Rule> parts) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> new Place(pointer + operator + i, parts.get(i)))
        .toList();
  }
}
