package org.tnregistry.party.script;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.EncoderException;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.commons.codec.language.bm.BeiderMorseEncoder;
import org.apache.commons.codec.language.bm.NameType;
import org.apache.commons.codec.language.bm.RuleType;
import org.tnregistry.party.names.Phonetics;

/** Phonetic codes by commons-codec. */
final class CodecPhonetics implements Phonetics {
  /** A word that can be read in more ways says too little. */
  private static final int MAX_CODES = 4;

  private static final int MAX_SOUNDS = 12;

  /** Longer ones are no names, and Beider-Morse takes its time over them. */
  private static final int LONGEST = 24;

  private final DaitchMokotoffSoundex soundex = new DaitchMokotoffSoundex();
  private final BeiderMorseEncoder pronunciation = new BeiderMorseEncoder();

  CodecPhonetics() {
    pronunciation.setNameType(NameType.GENERIC);
    pronunciation.setRuleType(RuleType.APPROX);
    pronunciation.setMaxPhonemes(MAX_SOUNDS);
  }

  @Override
  public Set<String> daitchMokotoff(String word) {
    return Arrays.stream(soundex.soundex(word).split("\\|", -1))
        .filter(code -> !code.isBlank() && !code.equals("000000"))
        .limit(MAX_CODES)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> beiderMorse(String word) {
    try {
      var sounds = pronunciation.encode(word.substring(0, Math.min(word.length(), LONGEST)));
      return Arrays.stream(sounds.split("[|-]", -1))
          .filter(sound -> !sound.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (EncoderException e) {
      throw new IllegalStateException(e);
    }
  }
}
