package org.tnregistry.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Words that no language has, in the scripts and with the skew that texts have. */
final class Vocabulary {
  private static final int WORDS = 20_000;

  private static final Map<String, String> SYLLABLES =
      Map.of(
          "en", "ar ben cor del est fin gra hol ing jur kel lam mon nor ost pre qua ris ter von",
          "ru", "ар бен вор дел ест жан зом или кра лад мон нов опр пре рас сто тер уст хан чен",
          "fa", "ار بن تر جن دل رس زم سن شا فر کل گر لم من نو ور هم یا خو پا",
          "zh", "中 国 人 法 律 师 被 捕 案 件 海 外 压 制 家 属 护 照 引 渡",
          "tr", "ağ ben çok der eş fır gül han için jan köy lüt mar ney öğ pın rüz şeh tür yıl");

  private final Map<String, Skew<String>> byLanguage;

  Vocabulary(long seed) {
    byLanguage =
        Map.of(
            "en", words("en", seed),
            "ru", words("ru", seed),
            "fa", words("fa", seed),
            "zh", words("zh", seed),
            "tr", words("tr", seed));
  }

  private static Skew<String> words(String language, long seed) {
    var syllables = SYLLABLES.getOrDefault(language, "").split(" ", -1);
    var random = new SplittableRandom(seed);
    var words = new LinkedHashSet<String>();
    while (words.size() < WORDS) {
      var word = new StringBuilder();
      // Frequent words are short.
      int length = 1 + random.nextInt(words.size() < 200 ? 2 : 4);
      for (int i = 0; i < length; i++) {
        word.append(syllables[random.nextInt(syllables.length)]);
      }
      words.add(word.toString());
    }
    return Skew.zipf(new ArrayList<>(words), 0.95);
  }

  String text(String language, int length, RandomGenerator random) {
    var words = byLanguage.get(language);
    if (words == null) {
      throw new IllegalArgumentException(language);
    }
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      drawn.add(words.draw(random));
    }
    return String.join(" ", drawn);
  }
}
