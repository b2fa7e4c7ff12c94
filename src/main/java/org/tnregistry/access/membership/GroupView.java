package org.tnregistry.access.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sharing group.
 *
 * @param members handles of its agencies
 */
@Schema(name = "Group")
record GroupView(
    @Schema(required = true) String handle,
    @Schema(required = true) Map<String, String> name,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) List<String> members) {

  /** The groups one may know of. */
  @Schema(name = "GroupList")
  record GroupList(@Schema(required = true) List<GroupView> items) {}
}
