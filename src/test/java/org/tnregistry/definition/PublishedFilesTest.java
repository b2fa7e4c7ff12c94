package org.tnregistry.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is published stays as it is: records and verdicts name the version they were made by. The
 * hashes are those of {@code sha256sum}.
 */
class PublishedFilesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  @Test
  void noPublishedVersionIsEverEdited() throws Exception {
    var published = published();
    var present = present();
    published.forEach(
        (file, hash) ->
            assertEquals(
                hash,
                present.getOrDefault(file, "gone"),
                file
                    + " is published and was changed: put the old text back, and publish the change"
                    + " as a new version beside it"));
  }

  @Test
  void everyVersionIsHeldByItsHash() throws Exception {
    assertEquals(
        published().keySet(),
        present().keySet(),
        "a new version needs its line in published-versions.sha256");
  }

  private static Map<String, String> published() throws IOException {
    try (var in =
        PublishedFilesTest.class.getResourceAsStream("/definition/published-versions.sha256")) {
      var lines =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
      return new TreeMap<>(
          lines
              .map(line -> line.split(" {2}", 2))
              .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0])));
    }
  }

  private static Map<String, String> present() throws IOException, NoSuchAlgorithmException {
    var present = new TreeMap<String, String>();
    for (var folder : new String[] {"taxonomy", "definition"}) {
      try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
        for (var file : files.filter(PublishedFilesTest::isVersion).toList()) {
          var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          present.put(RESOURCES.relativize(file).toString(), HexFormat.of().formatHex(hash));
        }
      }
    }
    return present;
  }

  private static boolean isVersion(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().equals("index.json");
  }
}
