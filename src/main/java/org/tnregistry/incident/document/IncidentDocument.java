package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Handling;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * One event or one continuous course of conduct, as an agency states it. The unit of record.
 *
 * @param period EDTF; the whole incident, its acts may have their own
 * @param verification of the incident as a whole
 * @param narrativeHandling who may see the narrative, among those who may see the record
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "IncidentDocument")
public record IncidentDocument(
    @NotNull @Text(max = 300) Map<String, String> title,
    @Text(max = 5_000) @Nullable Map<String, String> summary,
    @Text(max = 65_536) @Nullable Map<String, String> narrative,
    @Form(Lexical.EDTF) @Nullable String period,
    @Code("verification") @Nullable String verification,
    @Size(max = 100) @Nullable List<Place> places,
    @Size(max = 100) @Nullable List<StateRole> stateRoles,
    @Nullable Attribution attribution,
    @Size(max = 500) @Nullable List<TargetProfile> targets,
    @Size(max = 500) @Nullable List<Actor> actors,
    @Size(max = 500) @Nullable List<Act> acts,
    @Size(max = 200) @Nullable List<Proceeding> proceedings,
    @Size(max = 500) @Nullable List<Source> sources,
    @Size(max = 2_000) @Nullable List<Claim> claims,
    @Size(max = 200) @Nullable List<HostResponse> responses,
    @Size(max = 200) @Nullable List<Finding> findings,
    @Size(max = 200) @Nullable List<IncidentLink> links,
    @Size(max = 20) @Nullable List<ExternalId> externalIds,
    @Nullable Handling handling,
    @Nullable PartHandling narrativeHandling) {}
