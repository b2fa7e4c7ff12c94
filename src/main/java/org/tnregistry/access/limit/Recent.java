package org.tnregistry.access.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The values that were used last, bounded, so that whoever invents addresses cannot fill the
 * memory. Thread-safe.
 */
final class Recent<V> {
  private static final int MAX = 20_000;

  private final Map<String, V> values =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MAX;
        }
      };

  synchronized V get(String key, Supplier<V> first) {
    return values.computeIfAbsent(key, k -> first.get());
  }
}
