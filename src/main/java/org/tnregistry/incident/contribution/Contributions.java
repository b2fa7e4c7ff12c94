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
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.PlacesSeen;
import org.tnregistry.shared.json.StoredJson;

/**
 * Reads contributions; the policies show them to those who may see them, and of their parts others
 * than author and owner see no more than the record shows them.
 */
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
          WHERE i.id = c.incident AND i.owner = viewer_agency()) AS decides,
        coalesce(c.owner = viewer_agency(), false) AS own
      FROM incident_contribution c JOIN agency a ON a.id = c.owner
      LEFT JOIN incident_contribution_act one ON one.contribution = c.id AND one.step = 1
      LEFT JOIN incident_contribution_act two ON two.contribution = c.id AND two.step = 2
      WHERE c.incident = ?1
      """;

  private final Session database;
  private final Incidents incidents;

  Contributions(Session database, Incidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  /** Oldest first. */
  @Transactional
  List<ContributionView> of(UUID incident) {
    var record = new PlacesSeen(incidents, incident);
    return database
        .createNativeQuery(CONTRIBUTIONS + " ORDER BY c.filed_at, c.id", Tuple.class)
        .setParameter(1, incident)
        .getResultList()
        .stream()
        .flatMap(row -> stored(incident, row, record).stream())
        .map(Stored::view)
        .toList();
  }

  @Transactional
  Optional<Stored> find(UUID incident, UUID id) {
    var record = new PlacesSeen(incidents, incident);
    return database
        .createNativeQuery(CONTRIBUTIONS + " AND c.id = ?2", Tuple.class)
        .setParameter(1, incident)
        .setParameter(2, id)
        .getResultList()
        .stream()
        .flatMap(row -> stored(incident, row, record).stream())
        .findFirst();
  }

  /** Empty for one of which the reader may see nothing. */
  private static Optional<Stored> stored(UUID incident, Tuple row, PlacesSeen record) {
    var id = row.get("id", UUID.class);
    var given = StoredJson.read(row.get("parts", String.class), new TypeReference<Parts>() {});
    var anchors =
        StoredJson.read(
            row.get("anchors", String.class), new TypeReference<Map<String, List<String>>>() {});
    var acts = acts(row);
    var status = acts.isEmpty() ? "open" : acts.get(acts.size() - 1).act();
    var parts = given;
    if (!row.get("decides", Boolean.class) && !row.get("own", Boolean.class)) {
      var shown = new ShownParts(record, given);
      parts =
          status.equals("accepted")
              ? shown.accepted(Acceptance.prefix(id))
              : shown.offered(anchors, row.get("filed_at", Instant.class));
    }
    return parts.isNothing()
        ? Optional.empty()
        : Optional.of(stored(incident, row, parts, anchors, acts, status));
  }

  private static Stored stored(
      UUID incident,
      Tuple row,
      Parts parts,
      Map<String, List<String>> anchors,
      List<ContributionView.Act> acts,
      String status) {
    var id = row.get("id", UUID.class);
    var barred =
        StoredJson.read(row.get("barred", String.class), new TypeReference<List<String>>() {});
    boolean ownerOnly = row.get("owner_only", Boolean.class);
    var view =
        new ContributionView(
            id,
            incident,
            row.get("handle", String.class),
            status,
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
        view, row.get("owner", UUID.class), row.get("bars", Integer.class), barred, parts, anchors);
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
