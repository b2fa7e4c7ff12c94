package org.tnregistry.access.membership;

import java.util.Set;
import java.util.UUID;

/**
 * An agency came to belong to other audiences than before. Told within the transaction of the
 * change, before it ends.
 *
 * @param lost interned audiences that it no longer belongs to
 * @param gained interned audiences that it belongs to from now on
 * @param actor agency handle and person
 * @param act as history and ledger call it
 */
public record SightChanged(
    UUID agency, Set<Integer> lost, Set<Integer> gained, String actor, String act) {}
