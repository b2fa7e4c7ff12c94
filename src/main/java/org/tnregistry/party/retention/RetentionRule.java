package org.tnregistry.party.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * How long an agency keeps what. Without a period it is kept until somebody erases it.
 *
 * @param identitiesAfterLastUse the identity of a person, since it was last written or read
 * @param readingsAfter what a reader wrote, since the reading
 */
@Document
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RetentionRule")
record RetentionRule(
    @Form(Lexical.PERIOD) @Nullable String identitiesAfterLastUse,
    @Form(Lexical.PERIOD) @Nullable String readingsAfter) {
  static final RetentionRule NONE = new RetentionRule(null, null);
}
