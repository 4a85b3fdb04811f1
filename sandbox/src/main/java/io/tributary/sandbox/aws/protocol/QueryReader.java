package io.tributary.sandbox.aws.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills builders of the SDK from Query parameters such as {@code Tags.member.1.Key}. */
final class QueryReader {
  private final Map<String, String> parameters;

  QueryReader(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  void fill(SdkPojo builder, String prefix) {
    for (SdkField<?> field : builder.sdkFields()) {
      var name = prefix + field.locationName();
      if (isPresent(name)) {
        field.set(builder, value(field, name));
      }
    }
  }

  private Object value(SdkField<?> field, String name) {
    var type = JsonReader.knownType(field);
    return switch (type) {
      case LIST -> list(field.getTrait(ListTrait.class), name);
      case SDK_POJO -> {
        var nested = field.constructor().get();
        fill(nested, name + ".");
        yield ((Buildable) nested).build();
      }
      case INSTANT -> Instant.parse(text(name));
      case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text(name)));
      default -> Scalars.parse(type, text(name));
    };
  }

  private List<Object> list(ListTrait trait, String name) {
    var element = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    var prefix = trait.isFlattened() ? name + "." : name + "." + element + ".";
    List<Object> values = new ArrayList<>();
    for (int i = 1; isPresent(prefix + i); i++) {
      values.add(value(trait.memberFieldInfo(), prefix + i));
    }
    return values;
  }

  private boolean isPresent(String name) {
    return parameters.keySet().stream()
        .anyMatch(key -> key.equals(name) || key.startsWith(name + "."));
  }

  private String text(String name) {
    return parameters.getOrDefault(name, "");
  }
}
