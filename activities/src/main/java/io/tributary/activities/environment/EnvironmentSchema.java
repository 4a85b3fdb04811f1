package io.tributary.activities.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schema of a specification, made from the records: editors complete and check {@code
 * environments/*.yaml} by it. Every record is there twice, whole and in part, because a file that
 * extends another may leave out what is required. What must fit together is beyond a schema; {@code
 * tributary env check} has the last word.
 */
public final class EnvironmentSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> texts;
  private final TreeMap<String, ObjectNode> definitions = new TreeMap<>();

  private EnvironmentSchema(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * Returns the schema as text.
   *
   * @param texts the description of each component by {@code Record.component}
   */
  public static String of(Map<String, String> texts) {
    return new EnvironmentSchema(texts).text();
  }

  private String text() {
    ObjectNode schema = object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://tributary.io/schemas/environment-1.json");
    schema.put("title", "Tributary environment");
    schema.putObject("if").putArray("required").add("extends");
    schema.putObject("then").put("$ref", reference(EnvironmentSpec.class, true));
    schema.putObject("else").put("$ref", reference(EnvironmentSpec.class, false));
    ObjectNode all = object();
    definitions.forEach(all::set);
    schema.set("$defs", all);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write the schema", impossible);
    }
  }

  private String reference(Class<? extends Record> type, boolean part) {
    String name = SpecNames.of(type) + (part ? ".part" : "");
    if (!definitions.containsKey(name)) {
      ObjectNode definition = object();
      definitions.put(name, definition);
      define(definition, type, part);
    }
    return "#/$defs/" + name;
  }

  private void define(ObjectNode definition, Class<? extends Record> type, boolean part) {
    definition.put("type", "object");
    definition.put("additionalProperties", false);
    ObjectNode properties = definition.putObject("properties");
    if (type == EnvironmentSpec.class && part) {
      properties
          .putObject("extends")
          .put("type", "string")
          .put("description", "A file relative to this one, over which this one is laid.");
    }
    for (SpecField field : SpecField.of(type)) {
      properties.set(field.name(), part ? inPart(type, field) : whole(type, field));
      if (field.required() && !part) {
        definition.withArray("required").add(field.name());
      }
    }
  }

  private ObjectNode whole(Class<? extends Record> type, SpecField field) {
    ObjectNode property = property(field.type(), false);
    if (field.nullable()) {
      property = orNothing(property);
    }
    property.put("description", text(type, field));
    ObjectNode described = property;
    field.defaultText().ifPresent(value -> standard(described, field.type(), value));
    return property;
  }

  /** In part, what holds records is in part too; everything else is as in the whole, or nothing. */
  private ObjectNode inPart(Class<? extends Record> type, SpecField field) {
    SpecType inner = field.type() instanceof SpecType.Many many ? many.element() : field.type();
    if (inner instanceof SpecType.Part) {
      return orNothing(property(field.type(), true)).put("description", text(type, field));
    }
    String whole = reference(type, false) + "/properties/" + field.name();
    return orNothing(object().put("$ref", whole));
  }

  private static ObjectNode orNothing(ObjectNode property) {
    ObjectNode either = object();
    either.putArray("anyOf").add(property).add(object().put("type", "null"));
    return either;
  }

  private static void standard(ObjectNode property, SpecType type, String text) {
    switch (type) {
      case SpecType.Whole whole -> property.put("default", Long.parseLong(text));
      case SpecType.Real real -> property.put("default", Double.parseDouble(text));
      case SpecType.Truth truth -> property.put("default", Boolean.parseBoolean(text));
      default -> property.put("default", text);
    }
  }

  private String text(Class<? extends Record> type, SpecField field) {
    return texts.getOrDefault(SpecNames.of(type) + "." + field.name(), "");
  }

  private ObjectNode property(SpecType type, boolean part) {
    ObjectNode node = object();
    switch (type) {
      case SpecType.Text text -> {
        node.put("type", "string").put("minLength", 1);
        if (text.format() != null) {
          node.put("pattern", "^(?:" + text.format().pattern() + ")$");
        }
      }
      case SpecType.Whole whole ->
          node.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
      case SpecType.Real real ->
          node.put("type", "number").put("minimum", real.min()).put("maximum", real.max());
      case SpecType.Truth truth -> node.put("type", "boolean");
      case SpecType.Span span ->
          node.put("type", "string").put("pattern", "^(?:" + DurationText.PATTERN + ")$");
      case SpecType.Choice choice -> {
        var names = node.putArray("enum");
        choice.names().forEach(names::add);
      }
      case SpecType.Part record -> node.put("$ref", reference(record.type(), part));
      case SpecType.Many many -> {
        node.put("type", "array");
        node.set("items", property(many.element(), part));
      }
      case SpecType.Dictionary dictionary ->
          node.put("type", "object").putObject("additionalProperties").put("type", "string");
    }
    return node;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
