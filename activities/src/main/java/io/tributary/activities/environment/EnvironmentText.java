package io.tributary.activities.environment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a specification as YAML with everything that it extends and every default, each default
 * marked by a comment: what {@code tributary env show} prints. What it prints can be read again.
 */
public final class EnvironmentText {
  private static final String PLAIN = "[A-Za-z_/.][A-Za-z0-9_/.@+-]*(:[A-Za-z0-9_/.@+-]+)*";
  private static final String NOT_TEXT = "(?i)true|false|null|~|\\.nan|[+-]?\\.inf|\\.[0-9].*";
  private static final String MARK = "  # default";

  private final StringBuilder text = new StringBuilder();

  private EnvironmentText() {}

  /** Returns the YAML. */
  public static String of(LoadedEnvironment loaded) {
    EnvironmentText writer = new EnvironmentText();
    writer.record(loaded.spec(), loaded.written().tree(), "");
    return writer.text.toString();
  }

  private void record(Record record, @Nullable YamlNode written, String indent) {
    for (SpecField field : SpecField.of(record.getClass())) {
      Object value = field.get(record);
      YamlNode below =
          written instanceof Mapping mapping ? mapping.values().get(field.name()) : null;
      if (value != null) {
        text.append(indent).append(field.name()).append(':');
        value(value, below, indent);
      }
    }
  }

  private void value(Object value, @Nullable YamlNode written, String indent) {
    String mark = written == null ? MARK : "";
    switch (value) {
      case Record record -> {
        int start = text.length();
        text.append(mark).append('\n');
        int end = text.length();
        record(record, written, indent + "  ");
        if (text.length() == end) {
          text.insert(start, " {}");
        }
      }
      case List<?> list when list.isEmpty() -> text.append(" []").append(mark).append('\n');
      case List<?> list -> {
        text.append('\n');
        list(list, written, indent + "  ");
      }
      case Map<?, ?> map when map.isEmpty() -> text.append(" {}").append(mark).append('\n');
      case Map<?, ?> map -> {
        text.append('\n');
        map.forEach((key, one) -> entry(indent + "  ", (String) key, (String) one));
      }
      default -> text.append(' ').append(scalar(value, indent)).append(mark).append('\n');
    }
  }

  private void list(List<?> list, @Nullable YamlNode written, String indent) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Record record) {
        YamlNode below = written instanceof Sequence sequence ? sequence.values().get(i) : null;
        int start = text.length();
        record(record, below, indent + "  ");
        text.replace(start, start + indent.length() + 2, indent + "- ");
      } else {
        text.append(indent).append("- ").append(scalar(list.get(i), indent)).append('\n');
      }
    }
  }

  private void entry(String indent, String key, String value) {
    text.append(indent).append(quoted(key)).append(": ").append(quoted(value)).append('\n');
  }

  /** Returns a value as YAML on one line, or as a block where the text has lines of its own. */
  private static String scalar(Object value, String indent) {
    String plain = plain(value);
    if (value instanceof String && plain.contains("\n") && plain.equals(plain.strip() + "\n")) {
      return "|\n" + plain.strip().indent(indent.length() + 2).stripTrailing();
    }
    return value instanceof String ? quoted(plain) : plain;
  }

  /** Returns a value as people write it. */
  static String plain(Object value) {
    return value instanceof Duration duration ? DurationText.of(duration) : String.valueOf(value);
  }

  private static String quoted(String text) {
    return text.matches(PLAIN) && !text.matches(NOT_TEXT)
        ? text
        : JsonNodeFactory.instance.textNode(text).toString();
  }
}
