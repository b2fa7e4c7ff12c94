package org.tnregistry.incident.dispute;

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
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.PlacesSeen;
import org.tnregistry.incident.dispute.DisputeView.DisputeAnswer;
import org.tnregistry.incident.dispute.DisputeView.Withdrawal;
import org.tnregistry.shared.json.StoredJson;

/** Reads disputes; the policies show them to those who see the record. */
@ApplicationScoped
class DisputeQueries {
  private static final String DISPUTES =
      """
      SELECT d.id, a.handle, d.kind, CAST(d.statement AS text), d.pointer, CAST(d.sources AS text),
        d.filed_at, w.outcome, w.reason, w.at, g.reason, g.at,
        coalesce(d.owner = viewer_agency(), false)
          OR EXISTS (SELECT FROM incident i WHERE i.id = d.incident AND i.owner = viewer_agency())
      FROM incident_dispute d JOIN agency a ON a.id = d.owner
      LEFT JOIN incident_dispute_act w ON w.dispute = d.id AND w.act = 'answered'
      LEFT JOIN incident_dispute_act g ON g.dispute = d.id AND g.act = 'withdrawn'
      WHERE d.incident = ?1
      """;

  private final Session database;
  private final Incidents incidents;

  DisputeQueries(Session database, Incidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  /** Oldest first. */
  @Transactional
  List<DisputeView> of(UUID incident) {
    var record = new PlacesSeen(incidents, incident);
    return database
        .createNativeQuery(DISPUTES + " ORDER BY d.filed_at, d.id", Tuple.class)
        .setParameter(1, incident)
        .getResultList()
        .stream()
        .map(row -> view(incident, row, record))
        .toList();
  }

  @Transactional
  Optional<DisputeView> find(UUID incident, UUID id) {
    var record = new PlacesSeen(incidents, incident);
    return database
        .createNativeQuery(DISPUTES + " AND d.id = ?2", Tuple.class)
        .setParameter(1, incident)
        .setParameter(2, id)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> view(incident, row, record));
  }

  private static DisputeView view(UUID incident, Tuple row, PlacesSeen record) {
    var id = row.get(0, UUID.class);
    var answered = row.get(9, Instant.class);
    var withdrawn = row.get(11, Instant.class);
    return new DisputeView(
        id,
        incident,
        row.get(1, String.class),
        row.get(2, String.class),
        StoredJson.read(row.get(3, String.class), new TypeReference<Map<String, String>>() {}),
        pointer(row, record),
        StoredJson.read(row.get(5, String.class), new TypeReference<List<String>>() {}),
        row.get(6, Instant.class),
        answer(row, answered),
        withdrawn == null ? null : new Withdrawal(row.get(10, String.class), withdrawn),
        "/v1/incidents/" + incident + "/disputes/" + id);
  }

  /** To others than author and owner, where that is in what they see; nowhere, it is not told. */
  private static @Nullable String pointer(Tuple row, PlacesSeen record) {
    var pointer = row.get(4, String.class);
    boolean isOfAuthorOrOwner = row.get(12, Boolean.class);
    return pointer == null || isOfAuthorOrOwner
        ? pointer
        : record.follow(pointer, row.get(6, Instant.class)).orElse(null);
  }

  private static @Nullable DisputeAnswer answer(Tuple row, @Nullable Instant at) {
    return at == null
        ? null
        : new DisputeAnswer(row.get(7, String.class), row.get(8, String.class), at);
  }
}
