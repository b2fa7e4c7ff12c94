package org.tnregistry.shared.language;

import java.util.Locale;

/** Language tags of BCP 47 (RFC 5646). */
public final class LanguageTags {
  /** The length that RFC 5646, section 4.4.1, asks every implementation to provide for. */
  public static final int MAX_LENGTH = 35;

  private LanguageTags() {}

  /**
   * Whether the text is a well-formed tag in its canonical spelling: {@code pt-BR}, not {@code
   * pt-br}. Also refused are forms that a tag replaces: extended languages ({@code zh-yue}, now
   * {@code yue}), grandfathered tags and withdrawn codes ({@code iw}, now {@code he}).
   *
   * <p>Nothing says that the subtags are registered. {@code und} and private use ({@code x-...})
   * are well-formed.
   */
  public static boolean isWellFormed(String tag) {
    return tag.length() <= MAX_LENGTH && Locale.forLanguageTag(tag).toLanguageTag().equals(tag);
  }
}
