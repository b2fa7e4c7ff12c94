package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.taxonomy.Taxonomies;

/** The documents of several incidents, each as the viewer sees it. */
@ApplicationScoped
public class IncidentDocuments {
  /** The most that are asked for at once: each is parsed, and redacted for who is not its owner. */
  public static final int MAX = 500;

  /**
   * An incident that the viewer sees.
   *
   * @param status a code of the taxonomy incident-status
   */
  public record Seen(UUID id, String reference, String status, IncidentDocument document) {}

  private final IncidentQueries queries;
  private final IncidentChecks checks;
  private final Taxonomies taxonomies;

  IncidentDocuments(IncidentQueries queries, IncidentChecks checks, Taxonomies taxonomies) {
    this.queries = queries;
    this.checks = checks;
    this.taxonomies = taxonomies;
  }

  /**
   * In no order, and in one statement. One that does not exist and one that the viewer cannot see
   * are left out alike.
   *
   * @throws IllegalArgumentException for more than {@link #MAX}
   */
  @Transactional
  public List<Seen> seen(Collection<UUID> ids) {
    if (ids.size() > MAX) {
      throw new IllegalArgumentException("more than " + MAX + " incidents");
    }
    return queries.findAll(ids).stream()
        .map(
            view ->
                new Seen(
                    view.registry().id(),
                    view.registry().reference(),
                    view.registry().status(),
                    checks.schema().bind(StoredJson.parse(view.document()))))
        .toList();
  }

  /** The family that a tactic belongs to; a family is its own. */
  public String family(String tactic) {
    var withGroups = taxonomies.withBroader("tactic", tactic);
    return withGroups.get(withGroups.size() - 1);
  }
}
