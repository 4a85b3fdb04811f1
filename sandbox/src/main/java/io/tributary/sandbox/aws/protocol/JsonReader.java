package io.tributary.sandbox.aws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills builders of the SDK from JSON, led by the fields that the builder names. */
final class JsonReader {
  private JsonReader() {}

  static void fill(SdkPojo builder, JsonNode tree) {
    for (SdkField<?> field : builder.sdkFields()) {
      var node = tree.get(field.locationName());
      if (node != null && !node.isNull()) {
        field.set(builder, value(field, node));
      }
    }
  }

  private static @Nullable Object value(SdkField<?> field, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return switch (knownType(field)) {
      case LIST -> list(field, node);
      case MAP -> map(field, node);
      case SDK_POJO -> {
        var nested = field.constructor().get();
        fill(nested, node);
        yield ((Buildable) nested).build();
      }
      case INSTANT -> instant(node);
      case SDK_BYTES -> bytes(node);
      default -> Scalars.parse(knownType(field), node.asText());
    };
  }

  static MarshallingKnownType knownType(SdkField<?> field) {
    var type = field.marshallingType().getKnownType();
    if (type == null) {
      throw new IllegalArgumentException("No wire form is known for " + field.memberName());
    }
    return type;
  }

  private static List<@Nullable Object> list(SdkField<?> field, JsonNode node) {
    var member = field.getTrait(ListTrait.class).memberFieldInfo();
    List<@Nullable Object> values = new ArrayList<>();
    node.forEach(element -> values.add(value(member, element)));
    return values;
  }

  private static Map<String, @Nullable Object> map(SdkField<?> field, JsonNode node) {
    var member = field.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    node.properties().forEach(entry -> values.put(entry.getKey(), value(member, entry.getValue())));
    return values;
  }

  private static Instant instant(JsonNode node) {
    return node.isNumber()
        ? Instant.ofEpochMilli(Math.round(node.asDouble() * 1000))
        : Instant.parse(node.asText());
  }

  private static SdkBytes bytes(JsonNode node) {
    try {
      return SdkBytes.fromByteArray(node.binaryValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
