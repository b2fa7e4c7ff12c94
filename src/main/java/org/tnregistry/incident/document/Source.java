package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * What the record rests on.
 *
 * @param language BCP 47
 * @param published EDTF
 * @param retrieved EDTF
 * @param reliability of the source, Admiralty A to F; F means it cannot be judged, not that it is
 *     worst
 * @param credibility of what it says, Admiralty 1 to 6; 6 means it cannot be judged
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Source")
public record Source(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @NotNull @Code("source-type") String type,
    @NotNull @Size(min = 1, max = 500) String title,
    @Size(min = 1, max = 300) @Nullable String publisher,
    @Form(Lexical.LANGUAGE) @Nullable String language,
    @Form(Lexical.WEB_ADDRESS) @Size(max = 2_000) @Nullable String url,
    @Form(Lexical.WEB_ADDRESS) @Size(max = 2_000) @Nullable String archivedUrl,
    @Form(Lexical.SHA256) @Nullable String sha256,
    @Form(Lexical.EDTF) @Nullable String published,
    @Form(Lexical.EDTF) @Nullable String retrieved,
    @Code("source-reliability") @Nullable String reliability,
    @Code("information-credibility") @Nullable String credibility,
    @Nullable PartHandling handling)
    implements Markable {}
