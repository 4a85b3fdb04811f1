package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Kind;
import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.activities.environment.YamlNode.Sequence;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of YAML. It reports everything that does not fit and goes on: a record with a
 * broken component is left out, its neighbours are not.
 */
final class SpecBinder {
  private final List<Problem> problems;
  private final ScalarBinder scalars;
  private final IdentityHashMap<Record, String> paths = new IdentityHashMap<>();

  SpecBinder(List<Problem> problems) {
    this.problems = problems;
    this.scalars = new ScalarBinder(problems);
  }

  /**
   * Binds each component of a record; broken ones are missing in the answer.
   *
   * @param path the record's own path, empty for the document
   */
  Map<String, @Nullable Object> parts(Class<? extends Record> type, Mapping node, String path) {
    List<SpecField> fields = SpecField.of(type);
    unknownKeys(fields, node, path);
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    for (SpecField field : fields) {
      bind(field, node, path).ifPresent(bound -> parts.put(field.name(), bound.value()));
    }
    return parts;
  }

  /** Makes the record; empty when a component is broken. */
  static <T extends Record> Optional<T> record(Class<T> type, Map<String, @Nullable Object> parts) {
    RecordComponent[] components = type.getRecordComponents();
    if (parts.size() < components.length) {
      return Optional.empty();
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values = Arrays.stream(components).map(one -> parts.get(one.getName())).toArray();
      return Optional.of(type.getDeclaredConstructor(types).newInstance(values));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), impossible);
    }
  }

  /** Returns the path of a record that this binder made; empty for the document's. */
  String pathOf(Record record) {
    return paths.getOrDefault(record, "");
  }

  /** A bound value, which may be null: that is not the same as a broken one. */
  private record Bound(@Nullable Object value) {}

  private Optional<Bound> bind(SpecField field, Mapping owner, String path) {
    String below = path.isEmpty() ? field.name() : path + "." + field.name();
    YamlNode node = owner.values().get(field.name());
    if (node == null || (node instanceof Scalar scalar && scalar.isNothing())) {
      return absent(field, owner, below);
    }
    return value(field.type(), node, below);
  }

  private Optional<Bound> absent(SpecField field, Mapping owner, String path) {
    if (field.required()) {
      Place place = owner.keyPlace(field.name());
      problem(place, path, "this is required and missing", "Give " + field.type().accepted() + ".");
      return Optional.empty();
    }
    if (field.nullable()) {
      return Optional.of(new Bound(null));
    }
    if (field.defaultText().isPresent()) {
      return scalars.fromDefault(field.type(), field.defaultText().get()).map(Bound::new);
    }
    return switch (field.type()) {
      case SpecType.Many many -> Optional.of(new Bound(List.of()));
      case SpecType.Dictionary dictionary -> Optional.of(new Bound(new TreeMap<>()));
      default -> value(field.type(), Mapping.empty(owner.place()), path);
    };
  }

  private Optional<Bound> value(SpecType type, YamlNode node, String path) {
    return switch (type) {
      case SpecType.Part part when node instanceof Mapping mapping ->
          part(part.type(), mapping, path);
      case SpecType.Many many when node instanceof Sequence list ->
          Optional.of(new Bound(list(many.element(), list, path)));
      case SpecType.Dictionary dictionary when node instanceof Mapping mapping ->
          dictionary(mapping, path).map(Bound::new);
      case SpecType.Part part -> wrong(type, node, path);
      case SpecType.Many many -> wrong(type, node, path);
      case SpecType.Dictionary dictionary -> wrong(type, node, path);
      default ->
          node instanceof Scalar scalar
              ? scalars.value(type, scalar, path).map(Bound::new)
              : wrong(type, node, path);
    };
  }

  private Optional<Bound> part(Class<? extends Record> type, Mapping node, String path) {
    Optional<? extends Record> made = record(type, parts(type, node, path));
    made.ifPresent(record -> paths.put(record, path));
    return made.map(Bound::new);
  }

  private List<Object> list(SpecType element, Sequence node, String path) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.values().size(); i++) {
      value(element, node.values().get(i), path + "[" + i + "]")
          .map(Bound::value)
          .ifPresent(values::add);
    }
    return Collections.unmodifiableList(values);
  }

  private Optional<Object> dictionary(Mapping node, String path) {
    TreeMap<String, String> values = new TreeMap<>();
    boolean whole = true;
    for (Map.Entry<String, YamlNode> entry : node.values().entrySet()) {
      if (entry.getValue() instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
        values.put(entry.getKey(), scalar.text());
      } else {
        wrong(new SpecType.Text(null), entry.getValue(), path + "." + entry.getKey());
        whole = false;
      }
    }
    return whole ? Optional.of(Collections.unmodifiableSortedMap(values)) : Optional.empty();
  }

  private void unknownKeys(List<SpecField> fields, Mapping node, String path) {
    List<String> known = fields.stream().map(SpecField::name).toList();
    for (String key : node.values().keySet()) {
      if (!known.contains(key)) {
        String accepted =
            Nearest.of(key, known)
                .map(nearest -> "Did you mean " + nearest + "? Known here: ")
                .orElse("Known here: ");
        problem(
            node.keyPlace(key),
            path.isEmpty() ? key : path + "." + key,
            "the key \"" + key + "\" is not known",
            accepted + String.join(", ", known) + ".");
      }
    }
  }

  private Optional<Bound> wrong(SpecType type, YamlNode node, String path) {
    problem(node.place(), path, node.describe() + " does not fit", "Give " + type.accepted() + ".");
    return Optional.empty();
  }

  private void problem(Place place, String path, String seen, String accepted) {
    problems.add(new Problem(place, path, seen, accepted));
  }
}
