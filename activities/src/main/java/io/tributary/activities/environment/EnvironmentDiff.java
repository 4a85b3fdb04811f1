package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two specifications, defaults included: what {@code tributary env diff}
 * prints. Entries of lists are compared by their names, wherever they stand.
 *
 * @param left what the left one is called
 * @param right what the right one is called
 * @param changes the differences by path
 */
public record EnvironmentDiff(String left, String right, List<Change> changes) {
  private static final String WHOLE = "the whole entry";

  /**
   * One difference.
   *
   * @param path where, like {@code sources[raptor].port}
   * @param before the left value, or null where the left one has none
   * @param after the right value, or null where the right one has none
   */
  public record Change(String path, @Nullable String before, @Nullable String after) {}

  /**
   * Compares two specifications.
   *
   * @param leftName what to call the left one: an environment, a file, a digest
   * @param rightName what to call the right one
   */
  public static EnvironmentDiff between(
      String leftName, EnvironmentSpec left, String rightName, EnvironmentSpec right) {
    Map<String, String> before = flat(left);
    Map<String, String> after = flat(right);
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    String whole = "";
    for (String path : paths) {
      String old = before.get(path);
      String now = after.get(path);
      boolean told = !whole.isEmpty() && path.startsWith(whole + ".");
      if (!told && (old == null || !old.equals(now))) {
        changes.add(new Change(path, old, now));
        whole = path.endsWith("]") ? path : "";
      }
    }
    return new EnvironmentDiff(leftName, rightName, changes);
  }

  /** Returns whether nothing is different. */
  public boolean same() {
    return changes.isEmpty();
  }

  /** Returns the differences for a terminal: {@code -} left, {@code +} right. */
  public String text() {
    if (same()) {
      return left + " and " + right + " are the same.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("--- ").append(left).append("\n+++ ").append(right).append('\n');
    for (Change change : changes) {
      text.append(change.path()).append('\n');
      line(text, "  - ", change.before());
      line(text, "  + ", change.after());
    }
    return text.append(count()).append(".\n").toString();
  }

  /** Returns the differences as a Markdown table, for a pull request. */
  public String markdown() {
    if (same()) {
      return "**" + left + "** and **" + right + "** are the same.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(count()).append(" between **").append(left).append("** and **").append(right);
    text.append("**.\n\n| | ")
        .append(left)
        .append(" | ")
        .append(right)
        .append(" |\n|---|---|---|\n");
    for (Change change : changes) {
      text.append("| `").append(change.path()).append("` | ").append(cell(change.before()));
      text.append(" | ").append(cell(change.after())).append(" |\n");
    }
    return text.toString();
  }

  private String count() {
    return changes.size() == 1 ? "1 difference" : changes.size() + " differences";
  }

  private static void line(StringBuilder text, String sign, @Nullable String value) {
    if (value != null) {
      text.append(sign).append(value.strip().replace("\n", "\n    ")).append('\n');
    }
  }

  private static String cell(@Nullable String value) {
    if (value == null) {
      return "–";
    }
    String line = value.strip().replace("|", "\\|").replaceAll("\\s*\\n\\s*", "<br>");
    return line.contains("<br>") ? line : "`" + line + "`";
  }

  private static Map<String, String> flat(EnvironmentSpec spec) {
    Map<String, String> values = new TreeMap<>();
    flat("", spec, values);
    return values;
  }

  private static void flat(String path, Object value, Map<String, String> values) {
    switch (value) {
      case Record record -> {
        for (SpecField field : SpecField.of(record.getClass())) {
          Object below = field.get(record);
          if (below != null) {
            flat(path.isEmpty() ? field.name() : path + "." + field.name(), below, values);
          }
        }
      }
      case List<?> list when list.stream().allMatch(Record.class::isInstance) -> {
        for (int i = 0; i < list.size(); i++) {
          Record entry = (Record) list.get(i);
          String below = path + "[" + name(entry, i) + "]";
          // An entry that only one side has is one difference, not one for each component.
          values.put(below, WHOLE);
          flat(below, entry, values);
        }
      }
      case List<?> list ->
          values.put(path, String.join(", ", list.stream().map(String::valueOf).toList()));
      case Map<?, ?> map -> map.forEach((key, text) -> flat(path + "." + key, text, values));
      default -> values.put(path, EnvironmentText.plain(value));
    }
  }

  /** Returns what an entry is called: its schema and name, or its number. */
  private static String name(Record entry, int index) {
    Object name = null;
    Object schema = null;
    for (SpecField field : SpecField.of(entry.getClass())) {
      name = field.name().equals("name") ? field.get(entry) : name;
      schema = field.name().equals("schema") ? field.get(entry) : schema;
    }
    return name == null ? String.valueOf(index) : schema == null ? "" + name : schema + "." + name;
  }
}
