package org.tnregistry.incident.reference;

import org.tnregistry.shared.postgres.OwnDatabase;

/** Whatever else is shared with every member would be counted among the reference incidents. */
public final class ReferenceSetAlone extends OwnDatabase {}
