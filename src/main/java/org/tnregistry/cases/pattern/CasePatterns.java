package org.tnregistry.cases.pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.tnregistry.incident.IncidentDocuments;

/**
 * Computes patterns when somebody reads. Two statements, however many incidents: their documents,
 * and which of them are assessed.
 */
@ApplicationScoped
public class CasePatterns {
  /** The most incidents that are read together. */
  public static final int MAX_INCIDENTS = IncidentDocuments.MAX;

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
   * leave no trace.
   *
   * @throws IllegalArgumentException for more than {@link #MAX_INCIDENTS}
   */
  @Transactional
  public PatternView of(Collection<UUID> incidents) {
    var seen = documents.seen(new TreeSet<>(incidents));
    var counted = assessed.among(seen.stream().map(IncidentDocuments.Seen::id).toList());
    var members =
        seen.stream()
            .map(
                s ->
                    new CaseMember(
                        s.id(), s.reference(), s.status(), counted.contains(s.id()), s.document()))
            .toList();
    return Pattern.of(
        members, documents::family, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
