package org.tnregistry.shared.paging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fits into a list that is answered whole. Once something found no room, nothing does. */
public final class Room {
  private long left;
  private boolean full;

  public Room(long size) {
    left = size;
  }

  /** Whether something of this size still finds room; if so, it has taken it. */
  public boolean takes(long size) {
    full |= size > left;
    if (!full) {
      left -= size;
    }
    return !full;
  }

  /** Whether something found no room. */
  public boolean isFull() {
    return full;
  }

  /** How long a text is, in all its languages. */
  public static long length(@Nullable Map<String, String> text) {
    return text == null ? 0 : text.values().stream().mapToLong(String::length).sum();
  }
}
