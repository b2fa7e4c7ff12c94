package org.tnregistry.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who sees the incident beside its owner, as the registry worked it out; for the owner alone.
 *
 * @param shared whether anybody else can see it now; an incident that was never recorded is its
 *     owner's
 * @param withheldFrom governments, ngos or everybody: whom a target's consent takes out of the
 *     audience
 * @param barred who never sees it, whatever the audience says
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "IncidentAudience")
public record AudienceView(
    @Schema(required = true, examples = "TLP:AMBER") String marking,
    @Nullable List<String> agencies,
    @Nullable List<String> jurisdictions,
    @Nullable List<String> groups,
    @Schema(required = true) boolean shared,
    @Nullable List<String> withheldFrom,
    @Nullable List<Barred> barred) {

  /**
   * A state whose agencies are barred, or one agency.
   *
   * @param because origin, requesting, co-operating, proceeding or added; formerly when the record
   *     says so no more: lifting a bar takes two people
   * @param liftProposed whether a first person proposed to lift it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Barred")
  public record Barred(
      @Nullable String jurisdiction,
      @Nullable String agency,
      @Schema(required = true, examples = "origin") List<String> because,
      @Nullable Boolean liftProposed) {}
}
