package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Idempotency;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Erases parties: the key, all that was derived from it, and whatever else tells who it was. */
@ApplicationScoped
public class PartyErasure {
  private final PartyRepository parties;
  private final PartyStore store;
  private final IdentityReadings readings;
  private final Idempotency idempotency;
  private final Clock clock;

  PartyErasure(
      PartyRepository parties,
      PartyStore store,
      IdentityReadings readings,
      Idempotency idempotency,
      Clock clock) {
    this.parties = parties;
    this.store = store;
    this.readings = readings;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** Erases a party of the viewer's agency and leaves a tombstone. */
  @Transactional
  Answer erase(UUID id, EraseParty command) {
    var party = parties.requireForUpdate(id);
    if (party.erasedAt != null) {
      throw new ProblemException(PartyProblem.ERASED);
    }
    if (store.names(party, command.text())) {
      throw new ProblemException(
          StandardProblem.INVALID_DOCUMENT,
          List.of(
              new Fault(
                  "names-the-party",
                  "#/text",
                  "The text is kept for ever and must not name whom it is about.")));
    }
    destroy(party, command);
    return new Answer(
        200, null, party.etag(), PartyView.of(PartyRegistry.of(party), party.document, null));
  }

  private void destroy(PartyEntity party, EraseParty command) {
    store.erase(party, command.reason(), command.text(), clock.instant());
    readings.silence(party.id);
    idempotency.forget(PartyRegistry.self(party.id));
  }

  /** Erases what the retention rule of the viewer's agency gives up; nothing for one erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void expire(UUID id) {
    var party = parties.requireForUpdate(id);
    if (party.erasedAt == null) {
      destroy(party, new EraseParty("retention-expired", "The retention rule ran out."));
    }
  }

  /** Destroys what was written at readings before the instant; how many. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int silenceReadingsBefore(Instant limit) {
    return readings.silenceBefore(limit);
  }
}
