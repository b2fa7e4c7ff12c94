package org.tnregistry.incident;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.paging.Room;
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

  /**
   * @param isWhole whether all were read that were asked for
   */
  public record Read(List<Seen> seen, boolean isWhole) {}

  private static final int BATCH = 20;

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
    return queries.findAll(ids).stream().map(this::seen).toList();
  }

  /**
   * The first of these incidents that are not longer together, but one at least; otherwise as
   * {@link #seen(Collection)}, with a statement for each few of them.
   *
   * @param ids no incident twice
   * @param most characters of the documents, as the viewer sees them
   */
  @Transactional
  public Read first(List<UUID> ids, long most) {
    var room = new Room(most);
    var seen = new ArrayList<Seen>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      var batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      var views = new ArrayList<>(queries.findAll(batch));
      views.sort(comparingInt(v -> batch.indexOf(v.registry().id())));
      for (var view : views) {
        if (!room.takes(view.document().length()) && !seen.isEmpty()) {
          return new Read(seen, false);
        }
        seen.add(seen(view));
      }
    }
    return new Read(seen, true);
  }

  private Seen seen(IncidentView view) {
    return new Seen(
        view.registry().id(),
        view.registry().reference(),
        view.registry().status(),
        checks.schema().bind(StoredJson.parse(view.document())));
  }

  /** The family that a tactic belongs to; a family is its own. */
  public String family(String tactic) {
    var withGroups = taxonomies.withBroader("tactic", tactic);
    return withGroups.get(withGroups.size() - 1);
  }
}
