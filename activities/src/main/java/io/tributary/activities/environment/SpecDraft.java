package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.activities.environment.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A specification that may still have broken parts, for the rules that look at several parts at
 * once. What is broken is left out, so that each rule judges what is sound and none is silenced.
 */
final class SpecDraft {
  private final Mapping tree;
  private final Map<String, @Nullable Object> parts;
  private final SpecBinder binder;
  private final List<Problem> problems;

  SpecDraft(
      Mapping tree,
      Map<String, @Nullable Object> parts,
      SpecBinder binder,
      List<Problem> problems) {
    this.tree = tree;
    this.parts = parts;
    this.binder = binder;
    this.problems = problems;
  }

  /** Returns the sound entries of a section. */
  <T extends Record> List<T> list(String section, Class<T> type) {
    return parts.get(section) instanceof List<?> list
        ? list.stream().map(type::cast).toList()
        : List.of();
  }

  /** Returns a section; empty when it is broken. */
  <T extends Record> Optional<T> part(String section, Class<T> type) {
    return Optional.ofNullable(parts.get(section)).map(type::cast);
  }

  /** Returns the names in a section, those of broken entries too. */
  List<String> names(String section) {
    List<String> names = new ArrayList<>();
    if (tree.values().get(section) instanceof Sequence list) {
      for (YamlNode entry : list.values()) {
        if (entry instanceof Mapping mapping
            && mapping.values().get("name") instanceof Scalar name) {
          names.add(name.text());
        }
      }
    }
    return names;
  }

  /** Returns the names of all tables of all sources, those of broken entries too. */
  List<String> tableNames() {
    List<String> names = new ArrayList<>();
    if (tree.values().get("sources") instanceof Sequence sources) {
      sources.values().forEach(source -> tableNames(source, names));
    }
    return names;
  }

  private static void tableNames(YamlNode source, List<String> names) {
    if (source instanceof Mapping mapping
        && mapping.values().get("tables") instanceof Sequence tables) {
      for (YamlNode table : tables.values()) {
        if (table instanceof Mapping entry) {
          names.add(
              text(mapping, "name") + "." + text(entry, "schema") + "." + text(entry, "name"));
        }
      }
    }
  }

  private static String text(Mapping mapping, String key) {
    return mapping.values().get(key) instanceof Scalar scalar ? scalar.text() : "";
  }

  /**
   * Reports a problem.
   *
   * @param owner the record that has it
   * @param component its component, with an index where it is a list
   */
  void report(Record owner, String component, String seen, String accepted) {
    String above = binder.pathOf(owner);
    String path = above.isEmpty() ? component : above + "." + component;
    problems.add(new Problem(place(path), path, seen, accepted));
  }

  /** Reports a name that does not exist, with the nearest that does. */
  void unknown(Record owner, String component, String name, List<String> known) {
    String nearest =
        Nearest.of(name, known).map(found -> "Did you mean " + found + "? ").orElse("");
    String all =
        known.isEmpty() ? "There are none yet." : "Known: " + String.join(", ", known) + ".";
    report(owner, component, SecretGuard.shown(name) + " does not exist", nearest + all);
  }

  /** Finds where a path stands, or the nearest part above it that the files have. */
  private Place place(String path) {
    YamlNode node = tree;
    Place place = tree.place();
    for (String step : path.split("[.\\[]")) {
      String key = step.replace("]", "");
      if (node instanceof Mapping mapping && mapping.values().containsKey(key)) {
        place = mapping.keyPlace(key);
        node = Objects.requireNonNull(mapping.values().get(key));
      } else if (node instanceof Sequence list && key.matches("[0-9]+")) {
        node = list.values().get(Integer.parseInt(key));
        place = node.place();
      } else {
        return place;
      }
    }
    return place;
  }
}
