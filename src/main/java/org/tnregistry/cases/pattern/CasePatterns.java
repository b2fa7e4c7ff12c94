package org.tnregistry.cases.pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.tnregistry.incident.IncidentDocuments;

/**
 * Computes patterns when somebody reads: from few statements, which read the documents of the
 * incidents and which of them are assessed, and from no more documents than fit into memory beside
 * those of other readers.
 */
@ApplicationScoped
public class CasePatterns {
  /** The most incidents that are read together. */
  public static final int MAX_INCIDENTS = IncidentDocuments.MAX;

  /** Of all documents together; 500 incidents as the reference set has them are half of it. */
  private static final long MOST_CHARACTERS = 8 << 20;

  private final IncidentDocuments documents;
  private final AssessedIncidents assessed;
  private final Clock clock;

  CasePatterns(IncidentDocuments documents, AssessedIncidents assessed, Clock clock) {
    this.documents = documents;
    this.assessed = assessed;
    this.clock = clock;
  }

  /**
   * What these incidents show together, as the viewer sees them. Those that the viewer cannot see
   * leave no trace. Where they are more than {@link #MAX_INCIDENTS}, or longer than can be read at
   * once, the first of them; the pattern says so.
   *
   * @param incidents the order is that of their coming into the case
   */
  @Transactional
  public PatternView of(Collection<UUID> incidents) {
    var asked = incidents.stream().distinct().toList();
    var first = asked.subList(0, Math.min(asked.size(), MAX_INCIDENTS));
    var read = documents.first(first, MOST_CHARACTERS);
    var seen = read.seen();
    var counted = assessed.among(seen.stream().map(IncidentDocuments.Seen::id).toList());
    var members =
        seen.stream()
            .map(
                s ->
                    new CaseMember(
                        s.id(), s.reference(), s.status(), counted.contains(s.id()), s.document()))
            .toList();
    return Pattern.of(
        members,
        read.isWhole() && first.size() == asked.size(),
        documents::family,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
