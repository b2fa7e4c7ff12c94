package org.tnregistry.access.membership;

import java.util.UUID;

/**
 * An agency was quarantined or released. Told within the transaction of the change, before it ends,
 * so that whoever holds records of the agency can journal who loses or gains sight of them.
 *
 * @param actor agency handle and person
 * @param act as history and ledger call it
 */
public record QuarantineChanged(UUID agency, boolean quarantined, String actor, String act) {}
