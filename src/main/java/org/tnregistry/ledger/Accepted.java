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
 * @param audienceBefore who could see it until now, as JSON; null for a new subject
 * @param audienceAfter who can see it from now on, as JSON; null where no audience applies
 */
public record Accepted(
    UUID agency,
    String actor,
    String act,
    String subjectKind,
    UUID subject,
    int revision,
    @Nullable String audienceBefore,
    @Nullable String audienceAfter) {}
