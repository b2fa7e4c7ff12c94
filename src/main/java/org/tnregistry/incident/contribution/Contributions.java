package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.shared.json.StoredJson;

/** Reads contributions; the policies show them to those who may see them. */
@ApplicationScoped
class Contributions {
  /** One contribution with what is not shown of it. */
  record Stored(
      ContributionView view,
      UUID owner,
      int bars,
      List<String> barred,
      Parts parts,
      Map<String, List<String>> anchors) {}

  private static final String CONTRIBUTIONS =
      """
      SELECT c.id, a.handle, c.owner, c.owner_only, c.bars, CAST(c.barred AS text) AS barred,
        CAST(c.parts AS text) AS parts, CAST(c.anchors AS text) AS anchors, c.reason, c.filed_at,
        one.act AS act1, one.reason AS reason1, one.at AS at1,
        two.act AS act2, two.reason AS reason2, two.at AS at2,
        EXISTS (SELECT FROM incident i
          WHERE i.id = c.incident AND i.owner = viewer_agency()) AS decides
      FROM incident_contribution c JOIN agency a ON a.id = c.owner
      LEFT JOIN incident_contribution_act one ON one.contribution = c.id AND one.step = 1
      LEFT JOIN incident_contribution_act two ON two.contribution = c.id AND two.step = 2
      WHERE c.incident = ?1
      """;

  private final Session database;

  Contributions(Session database) {
    this.database = database;
  }

  /** Oldest first. */
  @Transactional
  List<ContributionView> of(UUID incident) {
    return database
        .createNativeQuery(CONTRIBUTIONS + " ORDER BY c.filed_at, c.id", Tuple.class)
        .setParameter(1, incident)
        .getResultStream()
        .map(row -> stored(incident, row).view())
        .toList();
  }

  @Transactional
  Optional<Stored> find(UUID incident, UUID id) {
    return database
        .createNativeQuery(CONTRIBUTIONS + " AND c.id = ?2", Tuple.class)
        .setParameter(1, incident)
        .setParameter(2, id)
        .getResultStream()
        .findFirst()
        .map(row -> stored(incident, row));
  }

  private static Stored stored(UUID incident, Tuple row) {
    var id = row.get("id", UUID.class);
    var parts = StoredJson.read(row.get("parts", String.class), new TypeReference<Parts>() {});
    var barred =
        StoredJson.read(row.get("barred", String.class), new TypeReference<List<String>>() {});
    boolean ownerOnly = row.get("owner_only", Boolean.class);
    var acts = acts(row);
    var view =
        new ContributionView(
            id,
            incident,
            row.get("handle", String.class),
            acts.isEmpty() ? "open" : acts.get(acts.size() - 1).act(),
            ownerOnly,
            parts.sources(),
            parts.claims(),
            parts.responses(),
            parts.counterView(),
            row.get("decides", Boolean.class) && !ownerOnly ? barred : null,
            row.get("reason", String.class),
            row.get("filed_at", Instant.class),
            acts,
            Acceptance.prefix(id),
            "/v1/incidents/" + incident + "/contributions/" + id);
    return new Stored(
        view,
        row.get("owner", UUID.class),
        row.get("bars", Integer.class),
        barred,
        parts,
        StoredJson.read(
            row.get("anchors", String.class), new TypeReference<Map<String, List<String>>>() {}));
  }

  private static List<ContributionView.Act> acts(Tuple row) {
    return List.of(1, 2).stream()
        .filter(step -> row.get("act" + step) != null)
        .map(
            step ->
                new ContributionView.Act(
                    row.get("act" + step, String.class),
                    row.get("reason" + step, String.class),
                    row.get("at" + step, Instant.class)))
        .toList();
  }
}
