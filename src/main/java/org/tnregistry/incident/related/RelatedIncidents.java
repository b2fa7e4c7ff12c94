package org.tnregistry.incident.related;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.incident.LikelyDuplicates;

/** Suggests, for who is asking, incidents that may belong together with one that they see. */
@ApplicationScoped
class RelatedIncidents implements LikelyDuplicates {
  private static final Comparator<RelatedView> BEST_FIRST =
      Comparator.comparing(RelatedView::score)
          .reversed()
          .thenComparing(related -> related.incident().id().toString());

  private final Candidates candidates;
  private final ViewerContext context;

  RelatedIncidents(Candidates candidates, ViewerContext context) {
    this.candidates = candidates;
    this.context = context;
  }

  /**
   * @param document as the viewer sees it
   */
  List<RelatedView> of(UUID incident, JsonNode document, int limit) {
    var traits = Traits.of(document, context.may(Permission.PARTY_READ));
    if (Candidates.keys(traits).isEmpty()) {
      // Not even a transaction is begun: most posts end here.
      return List.of();
    }
    return candidates.of(incident, traits).stream()
        .map(c -> RelatedView.of(c.incident(), Relatedness.of(traits, c.traits()), traits))
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<UUID> of(UUID incident, JsonNode document) {
    // Whoever may only write learns of no record.
    return context.may(Permission.INCIDENT_READ)
        ? of(incident, document, MAX).stream()
            .filter(RelatedView::likelyDuplicate)
            .map(related -> related.incident().id())
            .toList()
        : List.of();
  }
}
