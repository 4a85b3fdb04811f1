package io.tributary.activities.environment;

import io.tributary.workflows.environment.Default;
import io.tributary.workflows.environment.Format;
import io.tributary.workflows.environment.Limits;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A component of a specification record as the reader, the JSON Schema and the reference page see
 * it.
 *
 * @param name its name in Java and in YAML
 * @param type what it may hold
 * @param nullable whether absent means something
 * @param defaultText its default as YAML has it, where it has one
 * @param component the component itself
 */
record SpecField(
    String name,
    SpecType type,
    boolean nullable,
    Optional<String> defaultText,
    RecordComponent component) {

  /** Returns the components of a record in their order. */
  static List<SpecField> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(SpecField::of).toList();
  }

  private static SpecField of(RecordComponent component) {
    Default value = component.getAnnotation(Default.class);
    return new SpecField(
        component.getName(),
        type(component.getGenericType(), component),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        Optional.ofNullable(value).map(Default::value),
        component);
  }

  /** Returns whether a specification without it has a problem. */
  boolean required() {
    if (nullable || defaultText.isPresent()) {
      return false;
    }
    return switch (type) {
      case SpecType.Many many -> false;
      case SpecType.Dictionary dictionary -> false;
      case SpecType.Part part -> !part.optional();
      default -> true;
    };
  }

  /** Returns its value in a record; null only where {@link #nullable}. */
  @Nullable Object get(Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("accessor of " + name, impossible);
    }
  }

  private static SpecType type(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? new SpecType.Many(type(generic.getActualTypeArguments()[0], component))
          : dictionary(generic, component);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      Format format = component.getAnnotation(Format.class);
      return new SpecType.Text(format == null ? null : format.value());
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return new SpecType.Truth();
    }
    if (plain.isEnum()) {
      return SpecType.Choice.of(plain);
    }
    if (plain.isRecord()) {
      return new SpecType.Part(plain.asSubclass(Record.class));
    }
    return limited(plain, component);
  }

  private static SpecType limited(Class<?> type, RecordComponent component) {
    Limits limits = component.getAnnotation(Limits.class);
    if (limits == null) {
      throw unsupported(component, "@Limits is missing");
    }
    if (type == Duration.class) {
      return new SpecType.Span(
          DurationText.parse(limits.min()).orElseThrow(),
          DurationText.parse(limits.max()).orElseThrow());
    }
    if (type == double.class || type == Double.class) {
      return new SpecType.Real(Double.parseDouble(limits.min()), Double.parseDouble(limits.max()));
    }
    boolean wide = type == long.class || type == Long.class;
    if (wide || type == int.class || type == Integer.class) {
      return new SpecType.Whole(Long.parseLong(limits.min()), Long.parseLong(limits.max()), wide);
    }
    throw unsupported(component, "type " + type.getName());
  }

  private static SpecType dictionary(ParameterizedType type, RecordComponent component) {
    boolean texts = Arrays.stream(type.getActualTypeArguments()).allMatch(String.class::equals);
    if (type.getRawType() != SortedMap.class || !texts) {
      throw unsupported(component, "type " + type);
    }
    return new SpecType.Dictionary();
  }

  private static IllegalStateException unsupported(RecordComponent component, String why) {
    return new IllegalStateException(
        component.getDeclaringRecord().getSimpleName() + "." + component.getName() + ": " + why);
  }
}
