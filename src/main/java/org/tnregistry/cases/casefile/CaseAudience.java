package org.tnregistry.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Handlings;
import org.tnregistry.access.Viewer;
import org.tnregistry.ledger.Visibility;

/**
 * Settles who sees a case file beside its owner: whom its handling names, and never those who are
 * barred from an incident that the owner could have written of. Bars are added and never taken
 * away: what was written is not unwritten.
 */
@ApplicationScoped
class CaseAudience {
  private static final String FORMER = "SELECT principal FROM bar_principal WHERE bar_set = ?1";

  /** Of what the owner sees in the case file, whoever put it there. */
  private static final String OF_MEMBERS =
      """
      SELECT DISTINCT b.principal FROM case_member m JOIN incident i ON i.id = m.incident
      JOIN bar_principal b ON b.bar_set = i.bars
      WHERE m.case_file = ?1 AND m.removed_at IS NULL
      """;

  private final Session database;
  private final Agencies agencies;
  private final Audiences audiences;

  CaseAudience(Session database, Agencies agencies, Audiences audiences) {
    this.database = database;
    this.agencies = agencies;
    this.audiences = audiences;
  }

  /** Sets the audience of the case file by its document and by what is in it. */
  void settle(CaseFileEntity file, CaseDocument document, Viewer owner) {
    var handling = document.handling();
    var named = agencies.named(Handlings.agenciesOf(handling));
    var reach = Handlings.reach(handling, owner.jurisdiction(), named);
    var barred = Handlings.barredBy(handling, named);
    file.reach = audiences.numbersOf(List.of(reach)).getOrDefault(reach, Visibility.NOBODY);
    file.bars = withAlso(file.bars, barred);
    barByMembers(file);
  }

  /** For whatever the owner writes: it can be of any incident that it sees in the case file. */
  void barByMembers(CaseFileEntity file) {
    file.bars = withAlso(file.bars, principals(OF_MEMBERS, file.id));
  }

  /** The number of the bars that a number stands for, and others. */
  int withAlso(int bars, Collection<String> barred) {
    var all = new TreeSet<>(barred);
    all.addAll(principals(FORMER, bars));
    return audiences.numberOf(all);
  }

  private List<String> principals(String query, Object of) {
    return database.createNativeQuery(query, String.class).setParameter(1, of).getResultList();
  }

  /** Whom an incident is barred from. */
  List<String> barredFrom(UUID incident) {
    return principals(
        "SELECT b.principal FROM incident i JOIN bar_principal b ON b.bar_set = i.bars"
            + " WHERE i.id = ?1",
        incident);
  }
}
