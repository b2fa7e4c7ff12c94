package org.tnregistry.party.script;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tnregistry.party.names.Romanizer;

/**
 * Writes names in Latin letters with ICU: Cyrillic as its languages are romanised in passports
 * (BGN), Chinese with the readings that characters have in names, all others as Unicode's data say.
 */
final class IcuRomanizer implements Romanizer {
  private static final Transliterator RUSSIAN = transliterator("Russian-Latin/BGN");
  private static final Transliterator UKRAINIAN = transliterator("Ukrainian-Latin/BGN");
  private static final Transliterator KAZAKH = transliterator("Kazakh-Latin/BGN");
  private static final Transliterator CHINESE = transliterator("Han-Latin/Names; Any-Latin");
  private static final Transliterator OTHERS = transliterator("Any-Latin");

  /** Letters that Kazakh has and Russian has not. */
  private static final Pattern KAZAKH_LETTER = Pattern.compile("[әғқңөұүһӘҒҚҢӨҰҮҺ]");

  /** Letters that Ukrainian has and Russian has not. */
  private static final Pattern UKRAINIAN_LETTER = Pattern.compile("[єіїґЄІЇҐ]");

  /** Tajik and Uzbek letters that ICU leaves as they are. */
  private static final Map<String, String> LEFT_OUT =
      Map.of("ҳ", "h", "Ҳ", "H", "ҷ", "j", "Ҷ", "J", "ӣ", "i", "Ӣ", "I", "ӯ", "u", "Ӯ", "U");

  /** The dot between the parts of a foreign name in Chinese. */
  private static final Pattern DIVIDED = Pattern.compile("[·・‧•]");

  /** Two to four characters without a space: a Chinese or Korean full name. */
  private static final Pattern FULL_NAME =
      Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHangul}]{2,4}");

  private static final Pattern SYLLABIC = Pattern.compile("[\\p{IsHan}\\p{IsHangul}]+");

  /** The family names of two characters that are still borne. */
  private static final Set<String> DOUBLE_FAMILY_NAMES =
      Set.of("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "東方", "夏侯", "皇甫");

  private static final Set<Integer> VOWELLESS = Set.of(UScript.ARABIC, UScript.HEBREW);

  private static Transliterator transliterator(String id) {
    return Transliterator.getInstance(id);
  }

  @Override
  public Romanized romanize(String name) {
    boolean vowelless = name.codePoints().map(UScript::getScript).anyMatch(VOWELLESS::contains);
    var latin = new StringBuilder();
    boolean divided = DIVIDED.matcher(name).find();
    for (var part : name.split("[\\s·・‧•,]+", -1)) {
      latin.append(latin.isEmpty() ? "" : " ").append(word(part, divided));
    }
    return new Romanized(latin.toString().strip(), vowelless);
  }

  private static String word(String word, boolean divided) {
    if (SYLLABIC.matcher(word).matches()) {
      return syllabic(word, divided);
    }
    if (word.codePoints().noneMatch(c -> UScript.getScript(c) == UScript.CYRILLIC)) {
      return OTHERS.transliterate(word);
    }
    var language =
        KAZAKH_LETTER.matcher(word).find()
            ? KAZAKH
            : UKRAINIAN_LETTER.matcher(word).find() ? UKRAINIAN : RUSSIAN;
    var known = word;
    for (var letter : LEFT_OUT.entrySet()) {
      known = known.replace(letter.getKey(), letter.getValue());
    }
    return OTHERS.transliterate(language.transliterate(known));
  }

  /** Syllables of one name are written together: Jinping, not jin ping. */
  private static String syllabic(String word, boolean divided) {
    if (divided || !FULL_NAME.matcher(word).matches()) {
      return joined(word);
    }
    int family = word.length() > 2 && DOUBLE_FAMILY_NAMES.contains(word.substring(0, 2)) ? 2 : 1;
    return joined(word.substring(0, family)) + " " + joined(word.substring(family));
  }

  private static String joined(String syllables) {
    return CHINESE.transliterate(syllables).replaceAll("[\\s-]", "");
  }
}
