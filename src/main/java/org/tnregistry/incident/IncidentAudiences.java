package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Audience;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Marking;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.IncidentBars.Standing;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.json.StoredJson;

/** Settles who sees an incident whenever it is written. */
@ApplicationScoped
class IncidentAudiences {
  /**
   * @param parts the number of the reach of each marked part
   * @param standing the bars before this writing
   * @param stated the principals that the record itself bars now
   */
  record Settled(Map<String, Integer> parts, Map<String, Standing> standing, Set<String> stated) {}

  private final Agencies agencies;
  private final Audiences audiences;
  private final IncidentBars bars;

  IncidentAudiences(Agencies agencies, Audiences audiences, IncidentBars bars) {
    this.agencies = agencies;
    this.audiences = audiences;
    this.bars = bars;
  }

  /** Sets reach, bars and audience of the incident; an incident never recorded reaches nobody. */
  Settled settle(IncidentEntity incident, IncidentDocument document, Viewer owner) {
    var named = agencies.named(IncidentAudience.namedAgencies(document));
    var audience = IncidentAudience.of(document, owner.jurisdiction(), named);
    boolean isShared = incident.recordedAt != null;
    var standing = bars.of(incident);
    var barred = new TreeSet<>(standing.keySet());
    barred.addAll(audience.bars().keySet());
    incident.bars = audiences.numberOf(barred);
    var reaches = new ArrayList<>(audience.parts().values());
    reaches.add(audience.reach());
    var numbers = isShared ? audiences.numbersOf(reaches) : Map.<Reach, Integer>of();
    incident.reach = numbers.getOrDefault(audience.reach(), Visibility.NOBODY);
    var parts = new TreeMap<String, Integer>();
    audience
        .parts()
        .forEach((part, r) -> parts.put(part, numbers.getOrDefault(r, Visibility.NOBODY)));
    incident.audience =
        StoredJson.write(
            view(
                document,
                audience,
                incident.reach != Visibility.NOBODY,
                barred(audience, barred, standing)));
    return new Settled(parts, standing, audience.bars().keySet());
  }

  /** To be called when the row of the incident is there. */
  void keepBars(IncidentEntity incident, Settled settled) {
    bars.add(incident, settled.standing(), settled.stated());
  }

  private static AudienceView view(
      IncidentDocument document,
      IncidentAudience audience,
      boolean isShared,
      List<AudienceView.Barred> barred) {
    var handling = document.handling();
    Audience named = handling == null ? null : handling.audience();
    return new AudienceView(
        handling == null ? Marking.DEFAULT.code() : handling.marking(),
        named == null ? null : named.agencies(),
        named == null ? null : named.jurisdictions(),
        named == null ? null : named.groups(),
        isShared,
        audience.withheldFrom(),
        barred);
  }

  private List<AudienceView.Barred> barred(
      IncidentAudience audience, Set<String> barred, Map<String, Standing> standing) {
    var handles = handles(barred);
    return barred.stream()
        .map(
            principal -> {
              var because = audience.bars().get(principal);
              var stands = standing.get(principal);
              boolean proposed =
                  because == null && stands != null && stands.liftProposedBy() != null;
              return new AudienceView.Barred(
                  Principal.isState(principal) ? Principal.name(principal) : null,
                  Principal.isState(principal) ? null : handles.get(Principal.name(principal)),
                  because == null ? List.of("formerly") : List.copyOf(because),
                  proposed ? true : null);
            })
        .toList();
  }

  private Map<String, String> handles(Set<String> barred) {
    var ids =
        barred.stream()
            .filter(p -> !Principal.isState(p))
            .map(p -> UUID.fromString(Principal.name(p)))
            .collect(Collectors.toSet());
    var handles = new HashMap<String, String>();
    agencies.handlesOf(ids).forEach((id, handle) -> handles.put(id.toString(), handle));
    return handles;
  }
}
