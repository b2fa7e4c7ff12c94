package org.tnregistry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person agreed to. It never opens what the audience keeps closed; it closes what the
 * audience opens.
 *
 * @param recording that their identity is kept at all
 * @param governments that agencies of states see it
 * @param ngos that other organisations see it
 * @param publicNaming that anyone sees it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Consent")
public record Consent(
    @Nullable ConsentItem recording,
    @Nullable ConsentItem governments,
    @Nullable ConsentItem ngos,
    @Nullable ConsentItem publicNaming) {}
