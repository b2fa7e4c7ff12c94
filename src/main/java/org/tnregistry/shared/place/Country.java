package org.tnregistry.shared.place;

import java.util.Map;

/**
 * A country or territory of ISO 3166.
 *
 * @param code two letters of ISO 3166-1, XK for Kosovo, or for a withdrawn country the four letters
 *     of ISO 3166-3
 * @param names its name in en, fr and ru, for display only: the registry takes no side by them
 * @param withdrawn whether it no longer exists under this name or code
 */
public record Country(String code, Map<String, String> names, boolean withdrawn) {
  public Country {
    names = Map.copyOf(names);
  }
}
