package org.tnregistry.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.tnregistry.ledger.LedgerPermission;

/** What a credential may be allowed to do. The names are the scopes of tokens and credentials. */
public final class Permission {
  public static final String INCIDENT_READ = "incident:read";
  public static final String INCIDENT_WRITE = "incident:write";

  /** To record, withdraw or merge: to decide on what somebody else submitted. */
  public static final String INCIDENT_DECIDE = "incident:decide";

  /** To dispute a record of another agency. */
  public static final String INCIDENT_DISPUTE = "incident:dispute";

  /** To offer parts to a record of another agency. */
  public static final String INCIDENT_CONTRIBUTE = "incident:contribute";

  /** To say what a record is under a definition, for one's own agency. */
  public static final String ASSESSMENT_WRITE = "assessment:write";

  /** To stand behind an assessment that another person of one's own agency made. */
  public static final String ASSESSMENT_CONFIRM = "assessment:confirm";

  /** To publish a definition of one's own agency, and the versions that supersede it. */
  public static final String DEFINITION_PUBLISH = "definition:publish";

  public static final String PARTY_READ = "party:read";
  public static final String PARTY_WRITE = "party:write";

  /** To ask whether somebody is registered: an answer in itself. */
  public static final String PARTY_SEARCH = "party:search";

  /** To read who a party is, which also takes a purpose. */
  public static final String PARTY_READ_IDENTITY = "party:read-identity";

  /** To destroy an identity for ever. */
  public static final String PARTY_ERASE = "party:erase";

  public static final String STATISTICS_READ = "statistics:read";
  public static final String CHANGES_READ = "changes:read";
  public static final String AGENCY_READ = "agency:read";

  /** To issue and revoke credentials of one's own agency. */
  public static final String CREDENTIAL_MANAGE = "credential:manage";

  /** To set how long one's own agency keeps what. */
  public static final String AGENCY_MANAGE = "agency:manage";

  public static final String LEDGER_READ = LedgerPermission.READ;
  public static final String LEDGER_WITNESS = LedgerPermission.WITNESS;

  /** To register agencies and issue their first credential: the registry's operator only. */
  public static final String REGISTRY_ADMINISTER = "registry:administer";

  /** What a member agency's credential may carry. */
  public static final Set<String> OF_MEMBERS =
      Set.of(
          INCIDENT_READ,
          INCIDENT_WRITE,
          INCIDENT_DECIDE,
          INCIDENT_DISPUTE,
          INCIDENT_CONTRIBUTE,
          ASSESSMENT_WRITE,
          ASSESSMENT_CONFIRM,
          DEFINITION_PUBLISH,
          PARTY_READ,
          PARTY_WRITE,
          PARTY_SEARCH,
          PARTY_READ_IDENTITY,
          PARTY_ERASE,
          STATISTICS_READ,
          CHANGES_READ,
          AGENCY_READ,
          CREDENTIAL_MANAGE,
          AGENCY_MANAGE,
          LEDGER_READ,
          LEDGER_WITNESS);

  private Permission() {}

  /**
   * The known permissions among the scopes of a token, which may name others of no meaning here.
   */
  static Set<String> ofScope(String scope) {
    return Arrays.stream(scope.split(" ", -1))
        .filter(OF_MEMBERS::contains)
        .collect(Collectors.toUnmodifiableSet());
  }
}
