package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.activities.environment.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a document over the one that it extends. Mappings merge key by key. Lists whose entries all
 * have a {@code name} merge entry by entry, new ones at the end; other lists replace. {@code ~}
 * takes away what the lower document said.
 */
final class YamlMerge {
  private YamlMerge() {}

  static YamlNode merge(YamlNode lower, YamlNode upper) {
    if (lower instanceof Mapping below && upper instanceof Mapping above) {
      return mappings(below, above);
    }
    if (lower instanceof Sequence below && upper instanceof Sequence above) {
      return sequences(below, above);
    }
    return upper;
  }

  private static Mapping mappings(Mapping lower, Mapping upper) {
    Mapping merged = Mapping.empty(upper.place());
    lower.values().forEach((key, value) -> merged.put(key, lower.keyPlace(key), value));
    upper
        .values()
        .forEach(
            (key, value) -> {
              YamlNode below = merged.values().get(key);
              YamlNode result = below == null ? value : merge(below, value);
              merged.put(key, upper.keyPlace(key), result);
            });
    merged.values().values().removeIf(value -> value instanceof Scalar one && one.isNothing());
    return merged;
  }

  private static Sequence sequences(Sequence lower, Sequence upper) {
    Optional<Map<String, YamlNode>> below = byName(lower);
    Optional<Map<String, YamlNode>> above = byName(upper);
    if (below.isEmpty() || above.isEmpty()) {
      return upper;
    }
    Map<String, YamlNode> merged = new LinkedHashMap<>(below.get());
    above.get().forEach((name, value) -> merged.merge(name, value, YamlMerge::merge));
    return new Sequence(upper.place(), List.copyOf(merged.values()));
  }

  /** Returns the entries by their names; empty when one has none or two have the same. */
  private static Optional<Map<String, YamlNode>> byName(Sequence sequence) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (YamlNode entry : sequence.values()) {
      if (!(entry instanceof Mapping mapping)
          || !(mapping.values().get("name") instanceof Scalar name)) {
        return Optional.empty();
      }
      String schema = mapping.values().get("schema") instanceof Scalar text ? text.text() : "";
      if (entries.put(schema + '\0' + name.text(), entry) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(entries);
  }
}
