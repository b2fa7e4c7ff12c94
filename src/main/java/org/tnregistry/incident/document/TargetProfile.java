package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Consent;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * A person or group aimed at, known by pseudonymous party id; names stand in the party only.
 *
 * @param standsFor local ids of the targets whom hurting this one is meant to reach; required for a
 *     proxy victim
 * @param count persons in a group
 * @param consent what the person agreed to; it narrows the audience, whatever that says
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Target")
public record TargetProfile(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @Form(Lexical.UUID) @Nullable String party,
    @NotNull @Code("target-role") String role,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> standsFor,
    @Code("target-category") @Size(max = 20) @Nullable List<String> categories,
    @Size(max = 20) @Nullable List<Protection> protection,
    @Code("ternary") @Nullable String minor,
    @Min(1) @Max(10_000_000) @Nullable Integer count,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @Nullable Consent consent,
    @Nullable PartHandling handling)
    implements Markable {}
