package io.tributary.activities.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tributary.activities.environment.YamlNode.Kind;
import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.activities.environment.YamlNode.Sequence;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a specification: JSON in UTF-8 without white space, keys sorted, every
 * default spelled out, what is absent left out, durations in ISO 8601. Equal specifications have
 * equal bytes, whatever their files looked like.
 */
final class SpecJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SpecJson() {}

  /** Returns the canonical bytes. */
  static byte[] canonical(EnvironmentSpec spec) {
    try {
      return JSON.writeValueAsBytes(tree(spec));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a specification as JSON", impossible);
    }
  }

  /** Returns the SHA-256 of canonical bytes, in hex. */
  static String digest(byte[] canonical) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Reads bytes back into the tree that {@link SpecBinder} takes. */
  static YamlNode read(String file, byte[] canonical) throws IOException {
    return node(JSON.readTree(canonical), new Place(file, 1));
  }

  private static JsonNode tree(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNodeFactory.instance.nullNode();
      case Record record -> object(record);
      case List<?> list -> {
        var array = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> array.add(tree(element)));
        yield array;
      }
      case Map<?, ?> map -> {
        var object = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(map).forEach((key, text) -> object.set((String) key, tree(text)));
        yield object;
      }
      case Duration duration -> JsonNodeFactory.instance.textNode(duration.toString());
      case Enum<?> constant -> JsonNodeFactory.instance.textNode(constant.name());
      case Integer number -> JsonNodeFactory.instance.numberNode(number);
      case Long number -> JsonNodeFactory.instance.numberNode(number);
      case Double number -> JsonNodeFactory.instance.numberNode(number);
      case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
      case String text -> JsonNodeFactory.instance.textNode(text);
      default -> throw new IllegalStateException("no JSON for " + value.getClass());
    };
  }

  private static JsonNode object(Record record) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    for (SpecField field : SpecField.of(record.getClass())) {
      Object value = field.get(record);
      if (value != null) {
        sorted.put(field.name(), tree(value));
      }
    }
    var object = JsonNodeFactory.instance.objectNode();
    object.setAll(sorted);
    return object;
  }

  private static YamlNode node(JsonNode json, Place place) {
    return switch (json.getNodeType()) {
      case OBJECT -> {
        Mapping mapping = Mapping.empty(place);
        json.properties()
            .forEach(entry -> mapping.put(entry.getKey(), place, node(entry.getValue(), place)));
        yield mapping;
      }
      case ARRAY -> {
        List<YamlNode> values = new ArrayList<>();
        json.forEach(element -> values.add(node(element, place)));
        yield new Sequence(place, values);
      }
      case NUMBER -> new Scalar(place, json.asText(), Kind.NUMBER);
      case BOOLEAN -> new Scalar(place, json.asText(), Kind.TRUTH);
      case STRING -> new Scalar(place, json.asText(), Kind.TEXT);
      default -> new Scalar(place, "", Kind.NOTHING);
    };
  }

  /** Returns canonical bytes as text. */
  static String text(byte[] canonical) {
    return new String(canonical, StandardCharsets.UTF_8);
  }
}
