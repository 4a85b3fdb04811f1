package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.environment.EnvironmentSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks every component of every record. A component cannot be added without a text, a sound
 * default or none, limits that hold, and a line in the accepted list of defaults.
 */
class EnvironmentDefaultsTest {
  private static final Map<String, String> TEXTS = RecordTexts.read();

  private static Set<Class<? extends Record>> records() {
    Set<Class<? extends Record>> found = new LinkedHashSet<>();
    collect(EnvironmentSpec.class, found);
    return found;
  }

  private static void collect(Class<? extends Record> type, Set<Class<? extends Record>> found) {
    if (found.add(type)) {
      for (SpecField field : SpecField.of(type)) {
        SpecType of = field.type() instanceof SpecType.Many many ? many.element() : field.type();
        if (of instanceof SpecType.Part part) {
          collect(part.type(), found);
        }
      }
    }
  }

  @TestFactory
  List<DynamicTest> everyComponentHasItsTextDefaultAndLimits() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Class<? extends Record> type : records()) {
      for (SpecField field : SpecField.of(type)) {
        String name = SpecNames.of(type) + "." + field.name();
        tests.add(DynamicTest.dynamicTest(name, () -> component(name, field)));
      }
    }
    return tests;
  }

  private static void component(String name, SpecField field) {
    String text = TEXTS.getOrDefault(name, "");
    assertThat(text).as("Javadoc of %s", name).endsWith(".").matches("[A-Z`].*");
    if (field.nullable()) {
      assertThat(field.defaultText()).as("a nullable component has no default").isEmpty();
      assertThat(text).as("%s says what absent means", name).containsIgnoringCase("absent");
    }
    field.defaultText().ifPresent(value -> sound(name, field, value));
    switch (field.type()) {
      case SpecType.Whole whole -> assertThat(whole.min()).isLessThanOrEqualTo(whole.max());
      case SpecType.Real real -> assertThat(real.min()).isLessThan(real.max());
      case SpecType.Span span -> assertThat(span.min()).isLessThan(span.max());
      default -> assertThat(field.type().accepted()).isNotBlank();
    }
  }

  private static void sound(String name, SpecField field, String value) {
    List<Problem> problems = new ArrayList<>();
    assertThat(new ScalarBinder(problems).fromDefault(field.type(), value))
        .as("default of %s: %s", name, problems)
        .isPresent();
  }

  @Test
  void everyRecordSaysWhenItTakesEffect() {
    for (Class<? extends Record> type : records()) {
      String name = SpecNames.of(type);
      String outer = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
      assertThat(TEXTS.getOrDefault(name, "") + TEXTS.getOrDefault(outer, ""))
          .as("Javadoc of %s", name)
          .containsIgnoringCase("takes effect");
    }
  }

  @Test
  void everyDefaultIsInTheAcceptedList() throws IOException {
    Map<String, String> defaults = new TreeMap<>();
    for (Class<? extends Record> type : records()) {
      for (SpecField field : SpecField.of(type)) {
        String limits = field.type() instanceof SpecType.Choice ? "" : field.type().accepted();
        field
            .defaultText()
            .ifPresent(
                value ->
                    defaults.put(
                        SpecNames.of(type) + "." + field.name(), value + "  (" + limits + ")"));
      }
    }
    StringBuilder list = new StringBuilder();
    defaults.forEach((name, value) -> list.append(name).append(" = ").append(value).append('\n'));
    Accepted.assertEqual(
        "activities/src/test/resources/io/tributary/activities/environment/"
            + "EnvironmentDefaultsTest.everyDefaultIsInTheAcceptedList.txt",
        list.toString());
  }

  @Test
  void theSuccessMetricsAreThoseOfThePhases() {
    Map<String, String> found = new LinkedHashMap<>();
    SpecField.of(io.tributary.workflows.environment.SuccessMetrics.class)
        .forEach(field -> found.put(field.name(), field.defaultText().orElse("none")));
    assertThat(found.values())
        .containsExactly("5s", "99", "5m", "99.9", "100", "2h", "50", "30", "50", "4.0");
  }
}
