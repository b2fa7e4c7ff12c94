package org.tnregistry.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: a person of an agency.
 *
 * @param jurisdiction ISO 3166-1; null for an agency that belongs to no state
 * @param person as the agency names its people to the registry: what tells two persons apart where
 *     a decision takes two
 */
public record Viewer(
    UUID agency,
    String handle,
    String kind,
    @Nullable String jurisdiction,
    String person,
    Set<String> permissions) {

  /** The person with the agency, as history and ledger name who acted. */
  public String actor() {
    return handle + "/" + person;
  }
}
