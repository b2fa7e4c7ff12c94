package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Agencies.Member;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.ConsentItem;
import org.tnregistry.access.Handlings;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.access.Viewer;
import org.tnregistry.ledger.Visibility;

/**
 * Settles who sees a party beside its owner: whom its handling names, less those to whom the person
 * said no, and never the state whose national a person is, unless it is the owner's own.
 */
@ApplicationScoped
class PartyAudience {
  private final Agencies agencies;
  private final Audiences audiences;

  PartyAudience(Agencies agencies, Audiences audiences) {
    this.agencies = agencies;
    this.audiences = audiences;
  }

  /** Sets the audience of the party by its document. */
  void settle(PartyEntity party, PartyDocument document, Viewer owner) {
    var named = agencies.named(Handlings.agenciesOf(document.handling()));
    var reach = reach(document, owner, named);
    party.reach = audiences.numbersOf(List.of(reach)).getOrDefault(reach, Visibility.NOBODY);
    var barred = new TreeSet<>(Handlings.barredBy(document.handling(), named));
    if (document.ofPerson()
        && document.state() != null
        && !document.state().equals(owner.jurisdiction())) {
      barred.add(Principal.state(document.state()));
    }
    party.bars = audiences.numberOf(barred);
  }

  static Reach reach(PartyDocument document, Viewer owner, Map<String, Member> named) {
    if (document.refusesRecording()) {
      return Reach.NOBODY;
    }
    var reach = Handlings.reach(document.handling(), owner.jurisdiction(), named);
    var consent = document.consent();
    if (consent != null && isClosed(consent.governments())) {
      reach = reach.and(Reach.of(Set.of(Principal.NGOS)));
    }
    if (consent != null && isClosed(consent.ngos())) {
      reach = reach.and(Reach.of(Set.of(Principal.GOVERNMENTS)));
    }
    // The public names nobody: without a yes to it, a party that anyone may see is the members'.
    boolean publiclyNamed =
        consent != null
            && consent.publicNaming() != null
            && consent.publicNaming().state().equals("given");
    return document.ofPerson() && !publiclyNamed
        ? reach.and(Reach.of(Set.of(Principal.MEMBER)))
        : reach;
  }

  private static boolean isClosed(@Nullable ConsentItem item) {
    return item != null && item.closes();
  }
}
