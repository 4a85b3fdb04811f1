package io.tributary.activities.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tributary.activities.environment.Nearest;
import io.tributary.workflows.job.BadStartInput;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one argument that a person gave. All that does not fit is named at once, each with its
 * field, the value seen and what is accepted, in one line: the UI shows people the first line only.
 */
final class StartInputReader {
  private static final String EMPTY = "leave it empty or give one JSON object";

  private final ObjectMapper mapper;

  StartInputReader(ObjectMapper lenient) {
    mapper = lenient.copy();
    mapper.setConfig(
        mapper.getDeserializationConfig().with(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS));
  }

  /**
   * Reads it.
   *
   * @return the input, null for the JSON {@code null}
   * @throws BadStartInput naming every field that does not fit
   */
  <T> T read(byte[] json, Class<T> type) {
    JsonNode given = tree(json);
    if (given.isObject()) {
      check(given, type);
    } else if (!given.isNull()) {
      throw new BadStartInput(
          "The input is "
              + StartInputField.seen(given)
              + "; "
              + EMPTY
              + " with any of "
              + known(type));
    }
    try {
      return mapper.treeToValue(given, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new BadStartInput("The input does not fit " + type.getSimpleName() + "; " + EMPTY);
    }
  }

  private JsonNode tree(byte[] json) {
    ObjectReader reader = mapper.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    try {
      return reader.readTree(json);
    } catch (JsonProcessingException e) {
      throw new BadStartInput(
          "The input is not JSON, line "
              + e.getLocation().getLineNr()
              + " column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadStartInput("The input cannot be read; " + EMPTY);
    }
  }

  private static void check(JsonNode given, Class<?> type) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : given.properties()) {
      RecordComponent component = component(type, field.getKey());
      String problem =
          component == null
              ? unknown(field.getKey(), type)
              : new StartInputField(component).problem(field.getValue());
      if (problem != null) {
        problems.add(problem);
      }
    }
    if (!problems.isEmpty()) {
      throw new BadStartInput(String.join("; ", problems));
    }
  }

  private static @Nullable RecordComponent component(Class<?> type, String name) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component;
      }
    }
    return null;
  }

  private static String unknown(String name, Class<?> type) {
    String nearest =
        Nearest.of(name, names(type)).map(near -> ", did you mean " + near + "?").orElse(".");
    return "unknown field " + StartInputField.quoted(name) + nearest + " Known: " + known(type);
  }

  private static String known(Class<?> type) {
    return String.join(", ", names(type));
  }

  private static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
    }
    return names;
  }
}
