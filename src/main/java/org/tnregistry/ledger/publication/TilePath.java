package org.tnregistry.ledger.publication;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tnregistry.ledger.merkle.Tile;

/**
 * A tile as C2SP tlog-tiles writes its path: {@code 0/x001/x234/067}, or with {@code .p/112} for
 * its first 112 hashes. There is one way to write each.
 */
record TilePath(Tile tile, int width) {
  /** Two digits at most, without a leading zero. */
  private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");

  /** Groups of three digits, all but the last with an x before them; then maybe a width. */
  private static final Pattern NUMBER =
      Pattern.compile("((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  static Optional<TilePath> parse(String level, String path) {
    var parts = NUMBER.matcher(path);
    if (!LEVEL.matcher(level).matches() || !parts.matches() || path.startsWith("x000/")) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1).replaceAll("[x/]", "") + parts.group(2));
    int width = parts.group(3) == null ? Tile.WIDTH : Integer.parseInt(parts.group(3));
    if (width > Tile.WIDTH || (parts.group(3) != null && width == Tile.WIDTH)) {
      return Optional.empty();
    }
    return Optional.of(new TilePath(new Tile(Integer.parseInt(level), number), width));
  }
}
