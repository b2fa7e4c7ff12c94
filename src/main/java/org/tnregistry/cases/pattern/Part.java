package org.tnregistry.cases.pattern;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a statement rests on: a part of an incident.
 *
 * @param part list and local id; of a milestone also its place in its proceeding, from 0
 */
@Schema(name = "PatternPart")
public record Part(
    @Schema(required = true) UUID incident,
    @Schema(required = true, examples = "proceedings/p1/milestones/0") String part)
    implements Comparable<Part> {
  @Override
  public int compareTo(Part other) {
    int byIncident = incident.compareTo(other.incident);
    return byIncident != 0 ? byIncident : part.compareTo(other.part);
  }
}
