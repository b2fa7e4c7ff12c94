package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.party.identity.Identity;
import org.tnregistry.party.identity.IdentityStore;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Reads identities, in two transactions: what is read for which purpose is committed before a byte
 * of the identity is opened. To be called outside any transaction.
 */
@ApplicationScoped
public class IdentityReader {
  private final PartyRepository parties;
  private final IdentityStore identities;
  private final IdentityReadings readings;
  private final ReadingQuota quota;

  IdentityReader(
      PartyRepository parties,
      IdentityStore identities,
      IdentityReadings readings,
      ReadingQuota quota) {
    this.quota = quota;
    this.parties = parties;
    this.identities = identities;
    this.readings = readings;
  }

  /** Notes the reading of one identity, which {@link #open} then opens; its id. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  UUID account(UUID id, ReadIdentity why) {
    var party = parties.require(id);
    if (party.erasedAt != null) {
      throw new ProblemException(PartyProblem.ERASED);
    }
    if (!identities.isKept(id)) {
      throw new ProblemException(PartyProblem.NO_IDENTITY);
    }
    return readings.note(party, why);
  }

  /** Notes the readings of several identities that the caller goes on to show. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void account(List<UUID> ids, ReadIdentity why) {
    for (var id : ids) {
      readings.note(parties.require(id), why);
    }
    // The search itself took the first from the quota.
    quota.more(Reading.IDENTITIES, ids.size() + 1);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  IdentityView open(UUID id, UUID reading) {
    var identity =
        identities.read(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    return new IdentityView(reading, id, StoredJson.read(identity, Identity.class));
  }
}
