package org.tnregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository speaks of the product alone, and makes sense on every machine. */
class RepositoryHygieneTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  /** What is not of the repository, where no git can say so. */
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".idea", ".vscode", ".settings", "node_modules");

  /** Each is written so that it does not match itself. */
  private static final Map<String, Pattern> REFUSED =
      Map.of(
          "a path of one machine",
          Pattern.compile("(?<![\\w.~#/-])/(?:work\\b|root\\b|tmp/\\w|home/\\w)"),
          "a place outside the repository",
          Pattern.compile("\\.\\./share[d]"),
          "an unfinished place",
          Pattern.compile("\\b(?:TO[D]O|FIX[M]E)\\b"),
          "the number of an issue",
          Pattern.compile("(?i)\\bissue #?\\d"),
          "the host of a package registry",
          Pattern.compile("(?:repo1?\\.maven\\.|registry\\.npmjs\\.|deb\\.debian\\.)"));

  @Test
  void noTextNamesWhatDoesNotBelongInIt() throws Exception {
    var found = new TreeMap<String, String>();
    for (Path file : files()) {
      var lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        for (var refused : REFUSED.entrySet()) {
          if (refused.getValue().matcher(lines.get(i)).find()) {
            found.put(ROOT.relativize(file) + ":" + (i + 1), refused.getKey());
          }
        }
      }
    }
    assertEquals(Map.of(), found);
  }

  @Test
  void everyTextEndsWithALineFeedAndHoldsNoCarriageReturn() throws Exception {
    var found = new ArrayList<Path>();
    for (Path file : files()) {
      var text = String.join("\n", lines(file));
      if (text.contains("\r") || !(text.isEmpty() || text.endsWith("\n"))) {
        found.add(ROOT.relativize(file));
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void theWalkIsNotEmpty() throws Exception {
    assertTrue(files().contains(ROOT.resolve("pom.xml")));
  }

  /** Empty for a file that is no text; a last line feed leaves an empty last line. */
  private static List<String> lines(Path file) throws IOException {
    try {
      return List.of(Files.readString(file).split("\n", -1));
    } catch (CharacterCodingException e) {
      return List.of();
    }
  }

  private static List<Path> files() throws Exception {
    var tracked = Files.exists(ROOT.resolve(".git")) ? tracked() : List.<Path>of();
    return tracked.isEmpty() ? walked() : tracked;
  }

  /** Empty where there is no git to ask. */
  private static List<Path> tracked() throws InterruptedException {
    try {
      var git =
          new ProcessBuilder("git", "ls-files", "-z")
              .directory(ROOT.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0
          ? Stream.of(names.split("\0"))
              .map(ROOT::resolve)
              .filter(Files::isRegularFile)
              .sorted()
              .toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<Path> walked() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean ours =
                !NOT_OURS.contains(String.valueOf(folder.getFileName()))
                    && !folder.equals(ROOT.resolve("data"));
            return ours || folder.equals(ROOT)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
