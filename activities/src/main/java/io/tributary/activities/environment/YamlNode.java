package io.tributary.activities.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML or JSON value that knows where it stands. */
sealed interface YamlNode {
  /** Returns where it stands. */
  Place place();

  /** Returns what it is, for people, without a value that may be a secret. */
  String describe();

  /**
   * Keys and values, in the order of the file.
   *
   * @param keys where each key stands
   */
  record Mapping(Place place, Map<String, YamlNode> values, Map<String, Place> keys)
      implements YamlNode {
    static Mapping empty(Place place) {
      return new Mapping(place, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void put(String key, Place at, YamlNode value) {
      values.put(key, value);
      keys.put(key, at);
    }

    Place keyPlace(String key) {
      return keys.getOrDefault(key, place);
    }

    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** Values in a row. */
  record Sequence(Place place, List<YamlNode> values) implements YamlNode {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /** One value: its text as it stands in the file, and what YAML takes it for. */
  record Scalar(Place place, String text, Kind kind) implements YamlNode {
    @Override
    public String describe() {
      return switch (kind) {
        case TEXT -> SecretGuard.shown(text);
        case NUMBER -> text + " (a number)";
        case TRUTH -> text + " (true or false)";
        case NOTHING -> "nothing";
      };
    }

    boolean isNothing() {
      return kind == Kind.NOTHING;
    }
  }

  /** What YAML takes a value for. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    NOTHING
  }
}
