package org.tnregistry.incident.contribution;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.document.Claim;
import org.tnregistry.incident.document.HostResponse;
import org.tnregistry.incident.document.Source;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * What is offered to a record of another agency; at least one part. Names in free text are the
 * contributor's responsibility.
 *
 * @param claims about the record, as the contributor sees it, resting on sources given here
 * @param counterView stays beside the record, whatever becomes of the rest
 * @param ownerOnly for the owner of the record and nobody else
 * @param barred states whose agencies never see it, beside those that the claims name
 */
@Document
@Schema(name = "Contribute")
record Contribute(
    @Size(max = 50) @Nullable List<Source> sources,
    @Size(max = 100) @Nullable List<Claim> claims,
    @Size(max = 50) @Nullable List<HostResponse> responses,
    @Text(max = 5_000) @Nullable Map<String, String> counterView,
    @Nullable Boolean ownerOnly,
    @Form(Lexical.COUNTRY) @Size(max = 50) @Nullable List<String> barred,
    @NotNull @Size(min = 1, max = 2_000) String reason) {}
