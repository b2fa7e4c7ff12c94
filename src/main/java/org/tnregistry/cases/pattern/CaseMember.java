package org.tnregistry.cases.pattern;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Act;
import org.tnregistry.incident.document.Actor;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.incident.document.Proceeding;

/**
 * An incident of a case.
 *
 * @param status a code of the taxonomy incident-status
 * @param assessed whether an assessment of it counts
 * @param document as its reader sees it
 */
record CaseMember(
    UUID incident, String reference, String status, boolean assessed, IncidentDocument document) {
  /** What no longer stands is named, and nothing is concluded from it. */
  private static final Set<String> OVER = Set.of("withdrawn", "merged");

  boolean stands() {
    return !OVER.contains(status);
  }

  List<Act> acts() {
    return list(document.acts());
  }

  List<Actor> actors() {
    return list(document.actors());
  }

  List<Proceeding> proceedings() {
    return list(document.proceedings());
  }

  /** The actors of an act. */
  List<Actor> actorsOf(Act act) {
    var ids = new HashSet<>(list(act.actors()));
    return actors().stream().filter(a -> ids.contains(a.id())).toList();
  }

  Part part(String list, String id) {
    return new Part(incident, list + "/" + id);
  }

  Part milestone(Proceeding proceeding, int place) {
    return new Part(incident, "proceedings/" + proceeding.id() + "/milestones/" + place);
  }

  static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
