package io.tributary.workflows.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tributary.workflows.rules.bad.BadWorkflow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflow code keeps the rules, and each rule finds the code that breaks it. */
class DeterminismTest {
  private static final JavaClasses WORKFLOWS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tributary.workflows");

  private static final JavaClasses BAD =
      new ClassFileImporter()
          .importClasses(
              BadWorkflow.class, BadWorkflow.Crossing.class, BadWorkflow.Demanding.class);

  static Stream<ArchRule> rules() {
    return Stream.of(
        DeterminismRules.ONLY_ALLOWED_PACKAGES,
        DeterminismRules.NOTHING_THAT_DIFFERS_BETWEEN_RUNS,
        DeterminismRules.FAILURES_ARE_MADE_IN_ONE_PLACE,
        DeterminismRules.RECORDS_CROSS_IN_A_FIXED_ORDER,
        DeterminismRules.START_INPUTS_ARE_OPTIONAL);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void workflowCodeKeeps(ArchRule rule) {
    assertThat(WORKFLOWS.size()).isGreaterThan(50);
    rule.check(WORKFLOWS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void badCodeIsFound(ArchRule rule) {
    assertThat(rule.evaluate(BAD).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now",
        "clock",
        "random",
        "mapOf",
        "setOf",
        "copyOf",
        "hashMap",
        "hashSet",
        "toSet",
        "toMap",
        "groupingBy",
        "thread"
      })
  void everyBannedCallIsFound(String method) {
    assertThat(violations(DeterminismRules.NOTHING_THAT_DIFFERS_BETWEEN_RUNS))
        .anyMatch(text -> text.contains("BadWorkflow." + method + "("));
  }

  @Test
  void everyBadComponentIsFound() {
    assertThat(violations(DeterminismRules.RECORDS_CROSS_IN_A_FIXED_ORDER))
        .anyMatch(text -> text.contains("names is a java.util.Set"))
        .anyMatch(text -> text.contains("values is a java.util.Map"));
    assertThat(violations(DeterminismRules.START_INPUTS_ARE_OPTIONAL))
        .anyMatch(text -> text.contains("most"))
        .anyMatch(text -> text.contains("numbers"));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(BAD).getFailureReport().getDetails();
  }
}
