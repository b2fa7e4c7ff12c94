package org.tnregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The threat model promises tests; each of them has to be there under the name it gives. */
class ThreatModelTest {
  private static final Path TESTS = Path.of("src", "test", "java");

  /** A class that ends in Test or IT, a hash and a method, between backticks. */
  private static final Pattern PROMISE = Pattern.compile("`(\\w+(?:Test|IT))#(\\w+)`");

  @Test
  void everyTestThatTheThreatModelNamesIsThere() throws IOException {
    var promises = PROMISE.matcher(Files.readString(Path.of("docs", "threat-model.md")));
    var missing = new TreeSet<String>();
    int named = 0;
    while (promises.find()) {
      named++;
      if (!hasTest(promises.group(1), promises.group(2))) {
        missing.add(promises.group(1) + "#" + promises.group(2));
      }
    }
    assertTrue(named > 40, "the threat model names " + named + " tests");
    assertEquals(List.of(), List.copyOf(missing));
  }

  private static boolean hasTest(String type, String method) throws IOException {
    try (var files = Files.walk(TESTS)) {
      for (var file : files.filter(f -> f.endsWith(type + ".java")).toList()) {
        if (Pattern.compile("(?:void|Stream<DynamicTest>) " + method + "\\(")
            .matcher(Files.readString(file))
            .find()) {
          return true;
        }
      }
    }
    return false;
  }
}
