package io.tributary.worker;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.temporal.activity.ActivityInterface;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules of the architecture page that concern more than one module. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tributary");

  /** The nouns of the architecture page that have a package today, and those that are only ours. */
  private static final Set<String> ACTIVITY_NOUNS =
      Set.of(
          "environment",
          "error",
          "statement",
          "ddl",
          "catalogue",
          "state",
          "source",
          "load",
          "comparison",
          "report",
          "refresh",
          "reconciliation",
          "evidence",
          "notification",
          "infrastructure",
          "payload");

  /** The processes' entries; the sandbox also ends when the one that started it has died. */
  private static final Set<String> EXITING =
      Set.of(
          "io.tributary.worker.Main",
          "io.tributary.sandbox.Sandbox",
          "io.tributary.sandbox.SandboxCommand");

  private static final Set<String> JOBS = Set.of("refresh", "reconciliation", "load", "rotation");

  @Test
  void aRuleThatIsBrokenIsFound() {
    assertThatThrownBy(() -> never("io.tributary.worker..", "io.tributary.activities.."))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }

  @Test
  void dependenciesPointOneWay() {
    never("io.tributary.workflows..", "io.tributary.activities..", "io.tributary.worker..");
    never("io.tributary.activities..", "io.tributary.worker..", "io.tributary.bench..");
    never("io.tributary.worker..", "io.tributary.bench..");
    never("io.tributary.workflows..", "io.tributary.sandbox..");
    never("io.tributary.activities..", "io.tributary.sandbox..");
  }

  @Test
  void theSandboxKnowsNothingOfTributary() {
    never(
        "io.tributary.sandbox..",
        "io.tributary.workflows..",
        "io.tributary.activities..",
        "io.tributary.worker..");
  }

  @Test
  void onlyUpAndSandboxUseTheSandbox() {
    noClasses()
        .that(
            resideInAnyPackage("io.tributary.worker..")
                .and(
                    describe(
                        "are neither of `up` nor the sandbox command",
                        each ->
                            !each.getPackageName().startsWith("io.tributary.worker.up")
                                && !topLevel(each).getSimpleName().equals("SandboxCommand")
                                && !topLevel(each).getSimpleName().equals("UpCommand"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.tributary.sandbox.."))
        .because("the production image has no sandbox")
        .check(ALL);
  }

  @Test
  void workflowsTouchNeitherAwsNorDatabasesNorFiles() {
    never(
        "io.tributary.workflows..",
        "software.amazon..",
        "java.sql..",
        "javax.sql..",
        "java.io..",
        "java.nio..",
        "java.net..");
  }

  @Test
  void theComparisonKnowsNeitherTemporalNorAws() {
    never("io.tributary.activities.comparison..", "io.temporal..", "software.amazon..");
  }

  @Test
  void packagesOfActivitiesHaveTheNounsOfTheArchitecturePage() {
    Set<String> seen = new TreeSet<>();
    for (JavaClass each : ALL) {
      String[] words = each.getPackageName().split("\\.");
      if (words.length > 3 && words[2].equals("activities")) {
        seen.add(words[3]);
      }
    }
    assertThat(seen).isNotEmpty().isSubsetOf(ACTIVITY_NOUNS);
  }

  @Test
  void aJobKnowsNoOtherJob() {
    for (String module : Set.of("workflows", "activities")) {
      for (String job : JOBS) {
        for (String other : JOBS) {
          if (!job.equals(other)) {
            never("io.tributary." + module + "." + job + "..", "io.tributary.*." + other + "..");
          }
        }
      }
    }
  }

  @Test
  void activityContractsHaveAPrefixOfTheirOwn() {
    var names = new TreeMap<String, String>();
    for (JavaClass each : ALL) {
      if (!each.isAnnotatedWith(ActivityInterface.class)) {
        continue;
      }
      String prefix = each.getAnnotationOfType(ActivityInterface.class).namePrefix();
      assertThat(prefix).as("name prefix of %s", each.getName()).matches("[A-Z][a-zA-Z]*_");
      each.getMethods()
          .forEach(
              method ->
                  assertThat(names.putIfAbsent(prefix + method.getName(), each.getName()))
                      .as("activity type %s of %s", prefix + method.getName(), each.getName())
                      .isNull());
    }
    assertThat(names).isNotEmpty();
  }

  @Test
  void nothingIsStaticAndMutable() {
    ArchRule rule =
        fields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage("io.tributary.."))
            .and(
                describe(
                    "are static and written in source",
                    field ->
                        field.getModifiers().contains(STATIC) && !field.getName().startsWith("$")))
            .should()
            .haveModifier(FINAL)
            .because("state belongs to an object that somebody made");
    rule.check(ALL);
  }

  @Test
  void onlyProcessesExit() {
    noClasses()
        .that(
            describe(
                "are no part of a process's main class",
                each ->
                    each.getPackageName().startsWith("io.tributary")
                        && !EXITING.contains(topLevel(each).getName())))
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that(describe("are packages' top-level types", each -> topLevel(each).equals(each)))
        .should(
            new ArchCondition<JavaClass>("be in a null-marked package") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                boolean marked =
                    each.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(
                    new SimpleConditionEvent(
                        each, marked, each.getPackageName() + " has no @NullMarked"));
              }
            })
        .check(ALL);
  }

  private static void never(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat(resideInAnyPackage(to))
        .allowEmptyShould(true)
        .check(ALL);
  }

  private static JavaClass topLevel(JavaClass each) {
    JavaClass at = each;
    while (at.getEnclosingClass().isPresent()) {
      at = at.getEnclosingClass().get();
    }
    return at;
  }
}
