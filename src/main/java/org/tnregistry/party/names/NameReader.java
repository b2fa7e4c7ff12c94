package org.tnregistry.party.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads names for comparison, and says by which keys they are found. Thread-safe. */
public final class NameReader {
  /** Changes with every change of what {@link #keys} returns: what is indexed must be made anew. */
  public static final String VERSION = "2";

  /** Longer names are compared by their weightiest words. */
  public static final int MAX_WORDS = 8;

  private static final int BEGINNING = 4;
  private static final int SHORTEST_FRAME = 3;

  /** Shorter words of a name are words of every language, too. */
  private static final int SHORTEST_TOLD = 4;

  private static final double INITIAL_WEIGHT = 0.3;
  private static final double PARTICLE_WEIGHT = 0.2;

  private final Romanizer romanizer;
  private final Phonetics phonetics;
  private final Set<String> particles;
  private final Map<String, Set<Integer>> shortForms;

  /**
   * @param particles Latin words that say little about who is meant, such as al and van
   * @param shortForms groups of forms of one name, in Latin letters
   */
  public NameReader(
      Romanizer romanizer,
      Phonetics phonetics,
      Set<String> particles,
      List<List<String>> shortForms) {
    this.romanizer = romanizer;
    this.phonetics = phonetics;
    this.particles = Set.copyOf(particles);
    this.shortForms = new HashMap<>();
    for (int group = 0; group < shortForms.size(); group++) {
      for (var form : shortForms.get(group)) {
        this.shortForms.computeIfAbsent(Spelling.canonical(form), f -> new HashSet<>()).add(group);
      }
    }
  }

  /** Reads a name in any script; of one without letters and digits no words are left. */
  public Name read(String given) {
    var composed = Normalizer.normalize(given, Normalizer.Form.NFKC);
    var romanized = romanizer.romanize(composed);
    var words = new ArrayList<Word>();
    for (var word : Spelling.fold(romanized.latin())) {
      words.add(
          new Word(word, Spelling.canonical(word), romanized.vowelless(), weight(word), phonetics));
    }
    words.sort(Comparator.comparingDouble(Word::weight).reversed().thenComparing(Word::latin));
    return new Name(
        given, romanized.latin(), List.copyOf(words.subList(0, Math.min(words.size(), MAX_WORDS))));
  }

  private double weight(String word) {
    if (word.length() == 1) {
      return INITIAL_WEIGHT;
    }
    return particles.contains(word) ? PARTICLE_WEIGHT : 1;
  }

  public NameComparison comparison() {
    return new NameComparison(new WordComparison(shortForms));
  }

  /**
   * Under which keys the name is found: two names that can be one share a key of a word. Initials
   * and particles give none, because nearly everybody has them, unless the name has no other words:
   * so "Le Van" is found.
   */
  public Set<String> keys(Name name) {
    var keys = new TreeSet<String>();
    var words = name.words();
    var telling = words.stream().filter(word -> word.weight() == 1).toList();
    for (var word : telling.isEmpty() ? words : telling) {
      addKeys(word, keys);
    }
    return keys;
  }

  /** Whether a text holds a word of one of the names, in whatever usual spelling. */
  public boolean sharesWord(Collection<String> names, String text) {
    var words = new HashSet<String>();
    for (var name : names) {
      for (var word : read(name).words()) {
        if (word.latin().length() >= SHORTEST_TOLD) {
          words.add(word.canonical());
        }
      }
    }
    return Spelling.fold(romanizer.romanize(text).latin()).stream()
        .map(Spelling::canonical)
        .anyMatch(words::contains);
  }

  private void addKeys(Word word, Set<String> keys) {
    var canonical = word.canonical();
    keys.add("w:" + canonical);
    if (canonical.length() >= BEGINNING) {
      keys.add("b:" + canonical.substring(0, BEGINNING));
    }
    if (word.frame().length() >= SHORTEST_FRAME) {
      keys.add("c:" + word.frame());
    }
    word.codes().forEach(code -> keys.add("d:" + code));
    shortForms.getOrDefault(canonical, Set.of()).forEach(group -> keys.add("s:" + group));
  }
}
