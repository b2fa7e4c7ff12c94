package org.tnregistry.shared.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What free text may hold: any script, and nothing that hides, reorders or corrupts what a reader
 * sees.
 *
 * <p>The joiners U+200C and U+200D are allowed: Persian and the Indic scripts are misspelt without
 * them.
 */
public final class Characters {
  private Characters() {}

  /** A kind of code point that no text may hold. */
  public enum Forbidden {
    /** U+0000, which PostgreSQL cannot store. */
    NUL,
    /** C0, U+007F and C1, except tab, line feed and carriage return. */
    CONTROL,
    /** Half of a surrogate pair, which has no UTF-8 form. */
    LONE_SURROGATE,
    /** Marks, embeddings, overrides and isolates that reorder text: the "Trojan source" set. */
    BIDI_CONTROL,
    /** U+E0000 to U+E007F: invisible, and able to carry a hidden message. */
    TAG_CHARACTER,
    /** The 66 code points that Unicode keeps for internal use. */
    NONCHARACTER
  }

  /** The kind of the first forbidden code point, in the order of the text. */
  public static Optional<Forbidden> firstForbidden(String text) {
    for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      Forbidden forbidden = kindOf(point);
      if (forbidden != null) {
        return Optional.of(forbidden);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Forbidden kindOf(int point) {
    if (point == 0) {
      return Forbidden.NUL;
    }
    if (Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r') {
      return Forbidden.CONTROL;
    }
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      return Forbidden.LONE_SURROGATE;
    }
    if (isBidiControl(point)) {
      return Forbidden.BIDI_CONTROL;
    }
    if (point >= 0xE0000 && point <= 0xE007F) {
      return Forbidden.TAG_CHARACTER;
    }
    if ((point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE) {
      return Forbidden.NONCHARACTER;
    }
    return null;
  }

  private static boolean isBidiControl(int point) {
    return point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
