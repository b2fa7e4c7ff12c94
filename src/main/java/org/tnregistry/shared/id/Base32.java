package org.tnregistry.shared.id;

/** Crockford's base 32, its 32 values taken as the elements of the field GF(2^5). */
final class Base32 {
  static final int SIZE = 32;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int FIRST_LETTER = 10;

  /** x^5 + x^2 + 1, primitive over GF(2): the powers of x are 31 different weights. */
  private static final int POLYNOMIAL = 0b100101;

  private Base32() {}

  static char character(int value) {
    return ALPHABET.charAt(value);
  }

  static boolean isLetter(int character) {
    return ALPHABET.indexOf(character) >= FIRST_LETTER;
  }

  /** The value of a character in either case, with the look-alikes O, I and L; -1 for any other. */
  static int value(char c) {
    char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    return switch (upper) {
      case 'O' -> 0;
      case 'I', 'L' -> 1;
      default -> ALPHABET.indexOf(upper);
    };
  }

  /** The sum by Horner's rule: the last character weighs 1, each one before it x times more. */
  static int sum(CharSequence characters) {
    int sum = 0;
    for (int i = 0; i < characters.length(); i++) {
      sum = timesX(sum) ^ value(characters.charAt(i));
    }
    return sum;
  }

  /** The value that, appended to the characters, makes their sum zero. */
  static int check(CharSequence characters) {
    return timesX(sum(characters));
  }

  private static int timesX(int element) {
    int product = element << 1;
    return product >= SIZE ? product ^ POLYNOMIAL : product;
  }
}
