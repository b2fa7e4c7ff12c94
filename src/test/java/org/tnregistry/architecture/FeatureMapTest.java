package org.tnregistry.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture on one screen. A feature may know only features listed above it. */
class FeatureMapTest {

  record Feature(String name, Set<String> mayKnow) {
    static Feature of(String name, String... mayKnow) {
      return new Feature(name, Set.of(mayKnow));
    }
  }

  static final List<Feature> FEATURES =
      List.of(
          Feature.of("shared"),
          Feature.of("ledger"),
          Feature.of("access", "ledger"),
          Feature.of("taxonomy"),
          Feature.of("definition", "taxonomy"),
          Feature.of("party", "taxonomy"),
          Feature.of("incident", "taxonomy", "party"),
          Feature.of("cases", "party", "incident"),
          Feature.of("classification", "taxonomy", "definition", "incident", "cases"),
          Feature.of("screening", "definition", "party", "incident", "cases", "classification"),
          // No "party": aggregates never touch names. No "screening" in exchange: requests never
          // leave.
          Feature.of("statistics", "taxonomy", "definition", "incident", "cases", "classification"),
          Feature.of(
              "exchange",
              "taxonomy",
              "definition",
              "party",
              "incident",
              "cases",
              "classification"));

  /** What decides, and can be read and checked without anything of the service around it. */
  private static final List<String> PURE_CORES =
      List.of("ledger.merkle", "definition.rule", "party.names");

  private static final Set<String> PLATFORM = Set.of("shared", "ledger", "access");
  private static final String ROOT = "org.tnregistry.";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tnregistry");

  @Test
  void theListItselfHasNoCircles() {
    var above = new ArrayList<String>();
    for (var f : FEATURES) {
      assertTrue(above.containsAll(f.mayKnow()), f + " knows a feature that is not above it");
      above.add(f.name());
    }
  }

  @Test
  void everyPackageIsAListedFeature() {
    var names = FEATURES.stream().map(Feature::name).toList();
    classes()
        .should()
        .resideInAnyPackage(names.stream().map(n -> ROOT + n + "..").toArray(String[]::new))
        .check(CODE);
  }

  @TestFactory
  Stream<DynamicTest> featuresKnowOnlyWhatTheyMay() {
    return FEATURES.stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f)));
  }

  private static void check(Feature f) {
    classes()
        .that()
        .resideInAPackage(ROOT + f.name() + "..")
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are known to " + f.name(),
                c -> {
                  var other = featureOf(c);
                  return other == null || mayKnow(f.name(), other);
                }))
        .allowEmptyShould(true)
        .check(CODE);
  }

  @TestFactory
  Stream<DynamicTest> pureCoresKnowOnlyTheLanguage() {
    return PURE_CORES.stream()
        .map(core -> DynamicTest.dynamicTest(core, () -> checkPure(ROOT + core)));
  }

  private static void checkPure(String core) {
    classes()
        .that()
        .resideInAPackage(core)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(core, "java..", "org.jspecify.annotations")
        .check(CODE);
  }

  static boolean mayKnow(String feature, String other) {
    return other.equals(feature)
        || other.equals("shared")
        || (!PLATFORM.contains(feature) && PLATFORM.contains(other))
        || FEATURES.stream().anyMatch(f -> f.name().equals(feature) && f.mayKnow().contains(other));
  }

  private static String featureOf(JavaClass c) {
    var p = c.getPackageName();
    return p.startsWith(ROOT) ? p.substring(ROOT.length()).split("\\.", 2)[0] : null;
  }
}
