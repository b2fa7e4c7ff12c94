package org.tnregistry.shared.id;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A reference that people can read aloud, write down and type back: {@code TNR-7K3M-9Q2P-R}.
 *
 * <p>Three letters of the prefix, eight random characters and one check character, all from
 * Crockford's base 32, which leaves out I, L, O and U. Eight characters are 40 bits: enough to be
 * hard to meet by chance among thousands, not enough to be unique without a look at what exists.
 *
 * <p>The check character makes the sum of all twelve values, each multiplied by its own power of a
 * primitive element, zero in the field of 32 elements. That detects every replacement of one
 * character by another and every exchange of two different characters, adjacent or not. ISO 7064
 * was not taken: its systems for letters and digits either need a check character outside this
 * alphabet (MOD 37-2) or miss some exchanges (MOD 37,36).
 */
public final class Reference {
  private static final int PREFIX = 3;
  private static final int GROUP = 4;
  private static final int LENGTH = PREFIX + 2 * GROUP + 1;
  private static final int LONGEST_INPUT = 64;

  private final String characters;

  private Reference(String characters) {
    this.characters = characters;
  }

  /**
   * A new reference. The generator decides how hard it is to guess; two calls may give the same.
   *
   * @throws IllegalArgumentException if the prefix is not three capital letters other than I, L, O
   *     and U
   */
  public static Reference random(String prefix, RandomGenerator random) {
    StringBuilder characters = new StringBuilder(prefix);
    while (characters.length() < PREFIX + 2 * GROUP) {
      characters.append(Base32.character(random.nextInt(Base32.SIZE)));
    }
    if (prefix.length() != PREFIX || !startsWithLetters(characters)) {
      throw new IllegalArgumentException("A prefix is three capital letters, none of I, L, O, U.");
    }
    characters.append(Base32.character(Base32.check(characters)));
    return new Reference(characters.toString());
  }

  /**
   * Reads a reference as people type it: in either case, with blanks and dashes anywhere or
   * nowhere, with O for 0 and with I or L for 1. Empty if it is none or its check character does
   * not fit.
   */
  public static Optional<Reference> parse(String text) {
    if (text.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSeparator(c)) {
        continue;
      }
      int value = Base32.value(c);
      if (value < 0) {
        return Optional.empty();
      }
      characters.append(Base32.character(value));
    }
    return characters.length() == LENGTH
            && startsWithLetters(characters)
            && Base32.sum(characters) == 0
        ? Optional.of(new Reference(characters.toString()))
        : Optional.empty();
  }

  private static boolean startsWithLetters(CharSequence characters) {
    return characters.chars().limit(PREFIX).allMatch(Base32::isLetter);
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || c == '\u2212';
  }

  /** The three letters that say what kind of thing is referred to. */
  public String prefix() {
    return characters.substring(0, PREFIX);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reference that && characters.equals(that.characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  /** The one spelling to show and to store, with its hyphens. */
  @Override
  public String toString() {
    return String.join(
        "-",
        prefix(),
        characters.substring(PREFIX, PREFIX + GROUP),
        characters.substring(PREFIX + GROUP, PREFIX + 2 * GROUP),
        characters.substring(PREFIX + 2 * GROUP));
  }
}
