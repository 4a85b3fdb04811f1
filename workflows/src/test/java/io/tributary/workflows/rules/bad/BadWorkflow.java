package io.tributary.workflows.rules.bad;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.job.StartInput;
import java.io.File;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Breaks every rule of workflow code, a method each: the proof that the rules can fail. */
public final class BadWorkflow {
  private BadWorkflow() {}

  static Object now() {
    return Instant.now();
  }

  static Object clock() {
    return System.currentTimeMillis();
  }

  static Object random() {
    return UUID.randomUUID();
  }

  static Object mapOf() {
    return Map.of("a", 1);
  }

  static Object setOf() {
    return Set.of("a");
  }

  static Object copyOf() {
    return Set.copyOf(List.of("a"));
  }

  static Object hashMap() {
    return new HashMap<String, String>();
  }

  static Object hashSet() {
    return new HashSet<String>();
  }

  static Object toSet() {
    return Stream.of("a").collect(Collectors.toSet());
  }

  static Object toMap() {
    return Stream.of("a").collect(Collectors.toMap(each -> each, each -> each));
  }

  static Object groupingBy() {
    return Stream.of("a").collect(Collectors.groupingBy(each -> each));
  }

  static void thread() {
    Object unused = Thread.currentThread();
  }

  static Object file() {
    return new File("x");
  }

  static Object failure() {
    return ApplicationFailure.newFailure("text", "type");
  }

  /** Crosses with an order that differs. */
  public record Crossing(Set<String> names, Map<String, String> values) {}

  /** Cannot be left empty. */
  public record Demanding(int most, List<Integer> numbers) implements StartInput {}
}
