package org.tnregistry.party;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.party.identity.Identity;

/** An identity that was read. */
@Schema(name = "IdentityRead")
record IdentityView(
    @Schema(required = true) UUID reading,
    @Schema(required = true) UUID party,
    @Schema(required = true) Identity identity) {}
