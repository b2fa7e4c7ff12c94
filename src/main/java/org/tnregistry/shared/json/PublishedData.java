package org.tnregistry.shared.json;

import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reads the versioned data that ships with the registry. A file that cannot be read stops the
 * start.
 */
public final class PublishedData {
  private PublishedData() {}

  public static <T> T read(String path, Class<T> type) {
    return type.cast(read(path, StrictJson.mapper().constructType(type)));
  }

  public static <T> List<T> readList(String path, Class<T> item) {
    var list = StrictJson.mapper().getTypeFactory().constructCollectionType(List.class, item);
    return ((List<?>) read(path, list)).stream().map(item::cast).toList();
  }

  private static Object read(String path, JavaType type) {
    try (var in = PublishedData.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not part of this build");
      }
      return StrictJson.mapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
