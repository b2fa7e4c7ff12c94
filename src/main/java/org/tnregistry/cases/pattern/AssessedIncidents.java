package org.tnregistry.cases.pattern;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which incidents somebody assessed. A feature that this one may not know answers it. */
public interface AssessedIncidents {
  /** Those among them with an assessment that the viewer sees and that counts. */
  Set<UUID> among(Collection<UUID> incidents);
}
