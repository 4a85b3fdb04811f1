package io.tributary.sandbox.aws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes records of the SDK as JSON. Members that nobody set are left out. */
final class JsonWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonWriter() {}

  static ObjectNode write(SdkPojo pojo) {
    var object = NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (isSet(value)) {
        object.set(field.locationName(), node(value));
      }
    }
    return object;
  }

  static boolean isSet(@Nullable Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case SdkPojo pojo -> write(pojo);
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      case Instant instant ->
          NODES.numberNode(BigDecimal.valueOf(instant.toEpochMilli()).movePointLeft(3));
      case SdkBytes bytes -> NODES.binaryNode(bytes.asByteArray());
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Float number -> NODES.numberNode(number);
      default -> NODES.textNode(value.toString());
    };
  }

  private static ArrayNode array(List<?> list) {
    var array = NODES.arrayNode();
    list.forEach(element -> array.add(node(element)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> map) {
    var object = NODES.objectNode();
    map.forEach((key, element) -> object.set(String.valueOf(key), node(element)));
    return object;
  }
}
