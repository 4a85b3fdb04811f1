package io.tributary.workflows.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.job.StartInput;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.SortedMap;

/**
 * The rules of the architecture page for workflow code, on its byte code. They stand where
 * temporal-workflowcheck would, which no registry has
 * (docs/decisions/0002-determinism-checked-by-archunit.md).
 */
final class DeterminismRules {
  private DeterminismRules() {}

  /** What the code of workflows may use of the JDK: nothing that reads the world. */
  private static final List<String> JDK =
      List.of(
          "java.lang.",
          "java.util.",
          "java.util.function.",
          "java.util.stream.",
          "java.time.",
          "java.text.");

  /** Methods and types that give another answer at the next call, or in the next JVM. */
  private static final List<String> BANNED =
      List.of(
          "java.lang.Math.random(",
          "java.lang.Process",
          "java.lang.Runtime.",
          "java.lang.System.",
          "java.lang.Thread.",
          "java.lang.ThreadLocal.",
          "java.lang.Object.hashCode(",
          "java.lang.Object.wait(",
          "java.lang.Object.notify",
          "java.time.Clock.",
          "java.time.Instant.now(",
          "java.time.LocalDate.now(",
          "java.time.LocalDateTime.now(",
          "java.time.OffsetDateTime.now(",
          "java.time.ZonedDateTime.now(",
          "java.time.ZoneId.systemDefault(",
          "java.util.Calendar.",
          "java.util.Collections.shuffle(",
          "java.util.Date.<init>()",
          "java.util.HashMap.",
          "java.util.HashSet.",
          "java.util.IdentityHashMap.",
          "java.util.Locale.getDefault(",
          "java.util.Map.copyOf(",
          "java.util.Map.entry(",
          "java.util.Map.of",
          "java.util.Random.",
          "java.util.Set.copyOf(",
          "java.util.Set.of(",
          "java.util.Timer.",
          "java.util.UUID.randomUUID(",
          "java.util.WeakHashMap.",
          "java.util.stream.BaseStream.parallel(",
          "java.util.stream.Collectors.groupingBy",
          "java.util.stream.Collectors.partitioningBy",
          "java.util.stream.Collectors.toMap(",
          "java.util.stream.Collectors.toSet(",
          "java.util.stream.Collectors.toUnmodifiableMap(",
          "java.util.stream.Collectors.toUnmodifiableSet(",
          "java.util.Collection.parallelStream(");

  static final ArchRule ONLY_ALLOWED_PACKAGES =
      classes()
          .should(
              new ArchCondition<JavaClass>(
                  "depend on Temporal, their own and an allowed JDK only") {
                @Override
                public void check(JavaClass each, ConditionEvents events) {
                  each.getDirectDependenciesFromSelf().stream()
                      .filter(
                          dependency ->
                              !allowed(dependency.getTargetClass().getBaseComponentType()))
                      .forEach(
                          dependency ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      each, dependency.getDescription())));
                }
              });

  static final ArchRule NOTHING_THAT_DIFFERS_BETWEEN_RUNS =
      classes()
          .should(
              new ArchCondition<JavaClass>("call nothing that differs from one run to the next") {
                @Override
                public void check(JavaClass each, ConditionEvents events) {
                  each.getAccessesFromSelf().stream()
                      .filter(DeterminismRules::banned)
                      .forEach(
                          access ->
                              events.add(
                                  SimpleConditionEvent.violated(each, access.getDescription())));
                }
              });

  static final ArchRule FAILURES_ARE_MADE_IN_ONE_PLACE =
      noClasses()
          .that(
              describe(
                  "are not of the package error",
                  each -> !each.getPackageName().equals("io.tributary.workflows.error")))
          .should()
          .callMethodWhere(
              describe(
                  "a new ApplicationFailure",
                  call ->
                      call.getTargetOwner().isEquivalentTo(ApplicationFailure.class)
                          && call.getName().startsWith("new")));

  static final ArchRule RECORDS_CROSS_IN_A_FIXED_ORDER =
      classes()
          .that(describe("are records", JavaClass::isRecord))
          .should(
              new ArchCondition<JavaClass>("hold List or SortedMap, no other collection") {
                @Override
                public void check(JavaClass each, ConditionEvents events) {
                  for (RecordComponent component : each.reflect().getRecordComponents()) {
                    Class<?> type = component.getType();
                    boolean unordered =
                        (java.util.Collection.class.isAssignableFrom(type) && type != List.class)
                            || (java.util.Map.class.isAssignableFrom(type)
                                && type != SortedMap.class);
                    if (unordered
                        && each.getModifiers()
                            .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)) {
                      events.add(
                          SimpleConditionEvent.violated(
                              each,
                              each.getName()
                                  + "."
                                  + component.getName()
                                  + " is a "
                                  + type.getName()));
                    }
                  }
                }
              });

  static final ArchRule START_INPUTS_ARE_OPTIONAL =
      classes()
          .that()
          .implement(StartInput.class)
          .should(
              new ArchCondition<JavaClass>("have components that can all be null, lists of texts") {
                @Override
                public void check(JavaClass each, ConditionEvents events) {
                  for (RecordComponent component : each.reflect().getRecordComponents()) {
                    boolean list = component.getType() == List.class;
                    boolean ofTexts =
                        list
                            && component.getGenericType() instanceof ParameterizedType generic
                            && generic
                                .getActualTypeArguments()[0]
                                .getTypeName()
                                .equals("java.lang.String");
                    if (component.getType().isPrimitive() || (list && !ofTexts)) {
                      events.add(
                          SimpleConditionEvent.violated(
                              each,
                              each.getName() + "." + component.getName() + " is not optional"));
                    }
                  }
                }
              });

  private static boolean allowed(JavaClass target) {
    String name = target.getName();
    String inPackage = target.getPackageName() + ".";
    return target.isPrimitive()
        || name.startsWith("io.tributary.workflows.")
        || name.startsWith("io.temporal.")
        || name.equals("org.slf4j.Logger")
        || name.startsWith("org.jspecify.")
        || JDK.contains(inPackage)
        || name.startsWith("java.lang.invoke.")
        || name.startsWith("java.lang.annotation.")
        || name.equals("java.lang.runtime.ObjectMethods")
        || name.equals("java.lang.runtime.SwitchBootstraps");
  }

  private static boolean banned(JavaAccess<?> access) {
    String parameters =
        access.getTarget()
                    instanceof
                    com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target
                && target.getRawParameterTypes().isEmpty()
            ? "()"
            : "(";
    String called = access.getTargetOwner().getName() + "." + access.getName() + parameters;
    return BANNED.stream().anyMatch(called::startsWith);
  }
}
