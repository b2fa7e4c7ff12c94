package org.tnregistry.access.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * Why an agency joins a group.
 *
 * @param reason kept for ever, so it must name nobody
 */
@Document
@Schema(name = "JoinGroup")
record JoinGroup(@NotNull @Size(min = 1, max = GroupService.MAX_REASON) String reason) {}
