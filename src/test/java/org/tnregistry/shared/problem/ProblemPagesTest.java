package org.tnregistry.shared.problem;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tnregistry.contract.Api;

/**
 * Whoever is answered with a problem finds a page that explains it, down to the last fault code.
 */
@QuarkusTest
class ProblemPagesTest {
  private static final Path PAGES = Path.of("docs", "problems");
  private static final Path SOURCES = Path.of("src", "main", "java");

  /** The first argument of a fault, or of one of the methods that make one. */
  private static final Pattern MADE =
      Pattern.compile("\\b(?:new Fault|malformed|add)\\(\\s*\"([a-z][a-z-]*)\"");

  /** Codes that are handed on before a fault is made of them; all of these begin alike. */
  private static final Pattern HANDED_ON =
      Pattern.compile("\"((?:unknown|invalid|impossible|reversed|duplicate|deprecated)-[a-z-]+)\"");

  /** How the pages list codes: one or more at the beginning of an item, then a colon. */
  private static final Pattern LISTED = Pattern.compile("(?m)^- ((?:`[a-z][a-z-]*`(?:, )?)+): ");

  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  @Test
  void everyProblemTypeHasAPageThatIsServed() {
    for (ProblemType type : types().toList()) {
      Api.anonymous()
          .get("/problems/" + type.slug())
          .then()
          .statusCode(200)
          .contentType(ContentType.HTML)
          .body(containsString("<h1>" + type.title() + "</h1>"))
          .body(containsString("<code>" + type.slug() + "</code>"))
          .body(containsString("HTTP status " + type.status() + "."));
    }
  }

  @Test
  void everyPageBelongsToAProblemType() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(
          types().map(type -> type.slug() + ".md").collect(Collectors.toSet()),
          pages.map(page -> page.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Test
  void noTwoProblemTypesShareASlug() {
    var slugs = types().map(ProblemType::slug).toList();
    assertEquals(Set.copyOf(slugs).size(), slugs.size());
  }

  @Test
  void everyFaultCodeOfTheSourceIsExplained() {
    var unexplained = codesOfTheSource();
    assertTrue(unexplained.contains("actor-cycle"), "the scan finds what a helper makes");
    assertTrue(unexplained.contains("reversed-period"), "the scan finds what is handed on");
    unexplained.removeAll(explainedCodes());
    assertEquals(Set.of(), unexplained);
  }

  @Test
  void noPageExplainsACodeThatIsGone() {
    var gone = explainedCodes();
    gone.removeAll(codesOfTheSource());
    assertEquals(Set.of(), gone);
  }

  private static Stream<ProblemType> types() {
    return sources()
        .filter(file -> text(file).contains(" implements ProblemType {"))
        .flatMap(file -> Stream.of(type(file).getEnumConstants()))
        .map(ProblemType.class::cast);
  }

  private static Class<?> type(Path source) {
    var name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> codesOfTheSource() {
    return sources()
        .map(ProblemPagesTest::text)
        .filter(text -> text.contains("Fault("))
        .flatMap(
            text -> Stream.concat(MADE.matcher(text).results(), HANDED_ON.matcher(text).results()))
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of those pages whose problems list faults. */
  private static Set<String> explainedCodes() {
    return Stream.of("malformed-json", "invalid-parameter", "invalid-document")
        .map(slug -> text(PAGES.resolve(slug + ".md")))
        .flatMap(text -> LISTED.matcher(text).results())
        .map(MatchResult::group)
        .flatMap(item -> CODE.matcher(item).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
