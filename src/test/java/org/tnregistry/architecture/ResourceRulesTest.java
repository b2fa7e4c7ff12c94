package org.tnregistry.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class ResourceRulesTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tnregistry");

  private static final DescribedPredicate<JavaMethod> OPERATIONS =
      describe(
          "answer an HTTP method",
          m -> m.isMetaAnnotatedWith(HttpMethod.class) && m.getOwner().isAnnotatedWith(Path.class));

  /** Quarkus leaves others out without a word: they answer 404. */
  @Test
  void everyOperationIsPublic() {
    methods().that(OPERATIONS).should().bePublic().check(CODE);
  }

  @Test
  void everyOperationTakesAPermissionOrIsExplicitlyPublic() {
    methods().that(OPERATIONS).should(declare("a permission", this::isGuarded)).check(CODE);
  }

  /** The name under which clients know it. */
  @Test
  void everyOperationHasAnId() {
    methods()
        .that(OPERATIONS)
        .should(
            declare(
                "an operationId",
                m ->
                    m.tryGetAnnotationOfType(Operation.class)
                        .filter(o -> !o.operationId().isEmpty())
                        .isPresent()))
        .check(CODE);
  }

  @Test
  void noTwoOperationsShareAnId() {
    var ids =
        CODE.stream()
            .flatMap(c -> c.getMethods().stream())
            .map(m -> m.tryGetAnnotationOfType(Operation.class).map(Operation::operationId))
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void noPackageKnowsItselfThroughOthers() {
    slices().matching("org.tnregistry.(**)").should().beFreeOfCycles().check(CODE);
  }

  private boolean isGuarded(JavaMethod m) {
    return m.isAnnotatedWith(PermissionsAllowed.class)
        || m.isAnnotatedWith(PermitAll.class)
        || m.getOwner().isAnnotatedWith(PermissionsAllowed.class)
        || m.getOwner().isAnnotatedWith(PermitAll.class);
  }

  private static ArchCondition<JavaMethod> declare(String what, Predicate<JavaMethod> test) {
    return ArchConditions.have(describe("declared " + what, test));
  }
}
