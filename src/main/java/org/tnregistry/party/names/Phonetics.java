package org.tnregistry.party.names;

import java.util.Set;

/** Codes under which words that sound alike meet. Words are in lower-case letters a to z. */
public interface Phonetics {
  /** Daitch-Mokotoff: six digits, several where a spelling can be read in several ways. */
  Set<String> daitchMokotoff(String word);

  /** Beider-Morse: the ways in which the word may be pronounced. Costs a hundred times as much. */
  Set<String> beiderMorse(String word);
}
