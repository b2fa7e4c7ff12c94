package org.tnregistry.party.names;

/** Writes a name in Latin letters, whatever its script. */
@FunctionalInterface
public interface Romanizer {
  /**
   * @param vowelless whether the script leaves out vowels, as Arabic and Hebrew do
   */
  record Romanized(String latin, boolean vowelless) {}

  /** Words stay divided; a name written without spaces is divided into family and given name. */
  Romanized romanize(String name);
}
