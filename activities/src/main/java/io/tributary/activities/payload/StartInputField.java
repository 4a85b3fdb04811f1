package io.tributary.activities.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a field of a start input accepts. A new type of field needs a line here. */
final class StartInputField {
  private static final int SHOWN = 60;

  private final String name;
  private final Class<?> type;

  StartInputField(RecordComponent component) {
    name = component.getName();
    type = component.getType();
  }

  /** Returns what does not fit, or null where the value fits. Absent and null always do. */
  @Nullable String problem(JsonNode value) {
    if (value.isNull() || fits(value)) {
      return null;
    }
    return "field "
        + name
        + at(value)
        + " is "
        + seen(offender(value))
        + "; it takes "
        + accepted();
  }

  private boolean fits(JsonNode value) {
    if (type == String.class) {
      return value.isTextual();
    }
    if (type == Boolean.class) {
      return value.isBoolean();
    }
    if (type == Integer.class) {
      return value.isIntegralNumber() && value.canConvertToInt();
    }
    if (type == List.class) {
      return value.isTextual() || (value.isArray() && wrongAt(value) < 0);
    }
    if (type.isEnum()) {
      return value.isTextual() && constants().contains(value.asText().toUpperCase(Locale.ROOT));
    }
    throw new IllegalStateException("nobody said what a field of type " + type + " accepts");
  }

  private String accepted() {
    if (type == String.class) {
      return "a text";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == Integer.class) {
      return "a whole number";
    }
    return type.isEnum() ? String.join(" or ", constants()) : "a text or a list of texts";
  }

  private List<String> constants() {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(((Enum<?>) constant).name());
    }
    return names;
  }

  private String at(JsonNode value) {
    return type == List.class && value.isArray() ? "[" + wrongAt(value) + "]" : "";
  }

  private JsonNode offender(JsonNode value) {
    return type == List.class && value.isArray() ? value.get(wrongAt(value)) : value;
  }

  private static int wrongAt(JsonNode array) {
    for (int i = 0; i < array.size(); i++) {
      if (!array.get(i).isTextual()) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the value as a person typed it, shortened, with its kind. */
  static String seen(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "the text " + quoted(value.asText());
      case NUMBER -> "the number " + value.asText();
      case BOOLEAN -> value.asText();
      case NULL, BINARY, MISSING, POJO -> "nothing";
    };
  }

  static String quoted(String text) {
    return "\"" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "\"";
  }
}
