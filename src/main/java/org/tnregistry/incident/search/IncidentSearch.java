package org.tnregistry.incident.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;

/**
 * The filters of incidents, as query parameters. Different parameters must all hold; of one that is
 * repeated, any.
 */
@NullUnmarked
public class IncidentSearch {
  @RestQuery
  @Parameter(
      description = "A readable reference, such as TNR-7K3M-9Q2P-R; case and spaces do not count")
  List<String> reference;

  @RestQuery
  @Parameter(description = "The publisher's own number of the incident, whole")
  List<String> externalId;

  @RestQuery
  @Parameter(description = "A state in any role (ISO 3166-1)")
  List<String> state;

  @RestQuery
  @Parameter(description = "The state in whose interest it happened")
  List<String> origin;

  @RestQuery
  @Parameter(description = "The formal applicant, which may be a third state")
  List<String> requesting;

  @RestQuery
  @Parameter(description = "Where the target lives")
  List<String> host;

  @RestQuery
  @Parameter(description = "Where an act took place")
  List<String> placeOfAct;

  @RestQuery
  @Parameter(description = "A state of transit")
  List<String> transit;

  @RestQuery
  @Parameter(description = "A co-operating state")
  List<String> coOperating;

  @RestQuery
  @Parameter(description = "A tactic; a group includes its tactics")
  List<String> tactic;

  @RestQuery
  @Parameter(description = "How far an act got; with tactic, of the same act")
  List<String> completion;

  @RestQuery
  @Parameter(description = "The party id of a target")
  List<String> target;

  @RestQuery
  @Parameter(description = "A category of a target's profile")
  List<String> targetCategory;

  @RestQuery
  @Parameter(description = "A protection status of a target")
  List<String> protectionStatus;

  @RestQuery
  @Parameter(description = "The party id of an actor")
  List<String> actor;

  @RestQuery
  @Parameter(description = "A kind of actor")
  List<String> actorKind;

  @RestQuery
  @Parameter(description = "A type of proceeding")
  List<String> proceedingType;

  @RestQuery
  @Parameter(description = "A computed status of a proceeding")
  List<String> proceedingStatus;

  @RestQuery
  @Parameter(description = "A foreign case number; spaces, case and punctuation do not count")
  List<String> caseNumber;

  @RestQuery
  @Parameter(description = "A type of source")
  List<String> sourceType;

  @RestQuery
  @Parameter(description = "The publisher of a source, whole, without regard to case")
  List<String> sourcePublisher;

  @RestQuery
  @Parameter(description = "The address of a source")
  List<String> sourceUrl;

  @RestQuery
  @Parameter(description = "A period in EDTF, such as 2017 or 2016-11/2018")
  String period;

  @RestQuery
  @Parameter(
      description = "How the incident's period must lie to the period asked for",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"overlaps", "within"},
              defaultValue = "overlaps"))
  String periodMatch;

  @RestQuery
  @Parameter(
      description = "Whether the period is open at its end",
      schema = @Schema(type = SchemaType.BOOLEAN))
  String ongoing;

  @RestQuery
  @Parameter(description = "The verification of the incident as a whole")
  List<String> verification;

  @RestQuery
  @Parameter(description = "The handle of the owner agency")
  List<String> owner;

  @RestQuery
  @Parameter(description = "The status in the life cycle")
  List<String> status;

  @RestQuery
  @Parameter(description = "Only incidents updated at or after this RFC 3339 instant")
  String updatedSince;

  @RestQuery
  @Parameter(description = "Words, all of which stand in titles or summaries, in any script")
  String q;
}
