package org.tnregistry.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write that was accepted, as the journal keeps it: identifiers and audiences, nothing personal.
 *
 * @param agency whose write it is
 * @param actor agency handle and person
 * @param act such as incident-amended
 * @param subjectKind incident, party
 * @param before who could see it until now; null for a new subject, or where no audience applies
 * @param after who can see it from now on; null where no audience applies
 * @param content what was written, as it is stored: the journal keeps a salted commitment to it and
 *     nothing of it; null where nothing is stored beside the entry
 */
public record Accepted(
    UUID agency,
    String actor,
    String act,
    String subjectKind,
    UUID subject,
    int revision,
    @Nullable Visibility before,
    @Nullable Visibility after,
    @Nullable String content) {}
