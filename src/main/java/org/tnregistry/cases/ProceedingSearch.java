package org.tnregistry.cases;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;
import org.tnregistry.shared.paging.CountedPageQuery;

/**
 * The filters of proceedings and how their list is wanted, as query parameters. Different
 * parameters must all hold, of one proceeding; of one that is repeated, any.
 */
@NullUnmarked
class ProceedingSearch extends CountedPageQuery {
  @RestQuery
  @Parameter(description = "A type of proceeding")
  List<String> type;

  @RestQuery
  @Parameter(description = "The state that asks (ISO 3166-1)")
  List<String> requestingState;

  @RestQuery
  @Parameter(description = "The state that is asked")
  List<String> requestedState;

  @RestQuery
  @Parameter(description = "A computed status; what is suspended is not over")
  List<String> status;

  @RestQuery
  @Parameter(description = "A foreign case number; spaces, case and punctuation do not count")
  List<String> caseNumber;

  @RestQuery
  @Parameter(description = "The party id of a target that the proceeding names")
  List<String> target;

  @RestQuery
  @Parameter(description = "The handle of the agency that owns the incident")
  List<String> owner;

  @RestQuery
  @Parameter(
      description = "Open or suspended today, and that for this many days at least",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "36500"))
  String openForDays;

  @RestQuery
  @Parameter(
      description = "The next hearing is on this day or later; none before today is a next one",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  String hearingFrom;

  @RestQuery
  @Parameter(
      description = "The next hearing is on this day or before",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  String hearingTo;

  @RestQuery
  @Parameter(
      description =
          "The order. openSince: the longest open first, those of which nobody knows since when"
              + " last; with a hyphen the reverse. nextHearing lists only those with a next hearing",
      schema =
          @Schema(
              type = SchemaType.STRING,
              defaultValue = "openSince",
              enumeration = {"openSince", "-openSince", "nextHearing"}))
  String sort;
}
