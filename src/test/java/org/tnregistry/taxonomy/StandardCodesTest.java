package org.tnregistry.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of the standard, written out: none of their codes may ever be dropped. */
class StandardCodesTest {
  private static final String LISTS =
      """
      completion | threatened attempted completed unknown
      target-role | direct proxy-victim bystander
      target-category | human-rights-defender lawyer journalist political-opponent activist former-insider religious-figure ethnic-or-religious-minority academic-or-student business-person asylum-seeker-or-refugee relative-or-associate diaspora-member other unknown
      protection-status | none asylum-seeker refugee subsidiary-protection humanitarian-visa citizen-of-host other unknown
      ternary | yes no unknown
      actor-kind | state state-organ official intelligence-service law-enforcement diplomatic-mission court-or-prosecutor company bank law-firm pr-or-lobbying-firm private-intelligence-firm media-outlet criminal-group individual other unknown
      involvement | ordered planned carried-out funded facilitated failed-to-prevent suspected unknown
      state-role | origin requesting host place-of-act transit co-operating
      attribution-level | state-prohibited state-ignored state-encouraged state-shaped state-coordinated state-ordered state-executed unknown
      official-position | acknowledges acknowledges-act-denies-responsibility denies alternative-explanation silent unknown
      proceeding-type | extradition-request mutual-legal-assistance-request interpol-red-notice interpol-diffusion wanted-listing criminal-investigation criminal-trial civil-suit asylum-procedure asylum-revocation visa-or-passport-procedure data-request asset-freeze un-procedure other
      milestone-type | requested reminded received clarification-sought executed partly-executed suspended granted refused cancelled dismissed hearing-scheduled hearing-postponed appealed upheld overturned convicted acquitted discontinued withdrawn closed
      source-type | court-decision official-document un-opinion parliamentary-resolution ngo-report press-article interview leaked-document social-media photo-or-video expert-opinion other
      source-reliability | A B C D E F
      information-credibility | 1 2 3 4 5 6
      response-type | investigation-opened investigation-closed prosecution conviction acquittal protection-granted request-refused request-executed co-operation-suspended sanction expulsion warning-given support-provided none unknown
      finding-holding | politically-motivated arbitrary abusive unfounded lawful inconclusive
      verification | alleged credible corroborated established refuted
      place-precision | exact locality subdivision country unknown
      cross-border-answer | act-abroad target-abroad effect-abroad none undetermined
      element-answer | met not-met undetermined
      purpose-answer | silence deter punish coerce control force-return harm gain-information none undetermined
      incident-status | draft submitted recorded withdrawn merged
      freedom-house-methods | direct-attacks co-opting-other-countries mobility-controls threats-from-a-distance
      """;

  private static final String TACTICS =
      """
      direct-attack | assassination attempted-assassination unexplained-death poisoning physical-assault abduction attempted-abduction rendition enforced-disappearance torture physical-intimidation
      co-opted-state | detention-at-foreign-request extradition-request extradition-via-third-state mutual-legal-assistance-abuse interpol-notice-abuse wanted-listing-in-third-state unlawful-deportation refoulement search-and-seizure disclosure-of-protected-data asylum-interference police-cooperation
      lawfare | slapp fabricated-prosecution in-absentia-conviction financial-crime-framework-abuse asset-freeze bounty extraterritorial-law
      mobility-control | passport-cancellation consular-denial citizenship-stripping travel-ban exit-ban-on-relatives
      coercion-by-proxy | threat-to-relatives detention-of-relatives torture-of-relatives asset-seizure-from-relatives pressure-on-associates
      digital | spyware phishing account-takeover denial-of-service doxxing online-harassment deepfake platform-abuse
      surveillance | physical-surveillance stalking informant-recruitment bribery-for-information overseas-police-station
      reputation-and-influence | smear-campaign disinformation diplomatic-pressure lobbying-of-host-institutions financial-exclusion agents-of-influence
      """;

  private final Taxonomies taxonomies = new Taxonomies();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = LISTS)
  void everyCodeOfTheStandardIsPublished(String scheme, String codes) {
    assertEquals(List.of(), missing(scheme, codes));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TACTICS)
  void everyTacticOfTheStandardIsPublishedInItsGroup(String group, String tactics) {
    assertEquals(List.of(), missing("tactic", group + " " + tactics));
    for (var tactic : tactics.split(" ", -1)) {
      assertEquals(List.of(tactic, group), taxonomies.withBroader("tactic", tactic));
    }
  }

  @Test
  void otherAndUnknownAreDifferentTacticsOfNoGroup() {
    assertEquals(List.of(), missing("tactic", "other unknown"));
    assertEquals(List.of("other"), taxonomies.withBroader("tactic", "other"));
    assertEquals(List.of("unknown"), taxonomies.withBroader("tactic", "unknown"));
  }

  @Test
  void theMarkingsAreThoseOfTlp2() {
    assertEquals(
        List.of("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"),
        taxonomies.codes("marking").orElseThrow().codes());
  }

  @Test
  void theAttributionScaleIsOrderedAndUnknownHasNoPlaceOnIt() {
    var scale = taxonomies.current("attribution-level").orElseThrow();
    var ordered = new ArrayList<String>();
    scale.concepts().stream()
        .filter(c -> c.rank() != null)
        .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
        .forEach(c -> ordered.add(c.code()));
    assertEquals(
        List.of(
            "state-prohibited",
            "state-ignored",
            "state-encouraged",
            "state-shaped",
            "state-coordinated",
            "state-ordered",
            "state-executed"),
        ordered);
    assertNull(scale.concept("unknown").orElseThrow().rank());
  }

  @ParameterizedTest
  @CsvSource({"us-s831-forms, 14", "fbi-forms, 9", "g7-forms, 6", "freedom-house-methods, 4"})
  void aForeignListHasAllItsForms(String scheme, int forms) {
    assertEquals(forms, taxonomies.current(scheme).orElseThrow().concepts().size());
  }

  @ParameterizedTest
  @CsvSource({
    "010101", "020101", "030102", "030104", "040101", "120104", "140101", "330101", "380101"
  })
  void theHuridocsCodesOfTheStandardArePublished(String code) {
    assertEquals(List.of(), missing("huridocs-acts", code));
  }

  private static int rank(Concept concept) {
    return java.util.Objects.requireNonNull(concept.rank());
  }

  private List<String> missing(String scheme, String codes) {
    var published = taxonomies.codes(scheme).orElseThrow().codes();
    var missing = new ArrayList<>(List.of(codes.strip().split(" ", -1)));
    missing.removeAll(published);
    return missing;
  }
}
