package io.tributary.activities.environment;

/** What a record is called in the schema and the reference: {@code Source.ExternalSchema}. */
final class SpecNames {
  private SpecNames() {}

  static String of(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer == null ? type.getSimpleName() : of(outer) + "." + type.getSimpleName();
  }
}
