package io.tributary.sandbox.aws.protocol;

import java.math.BigDecimal;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/** Simple values as text. */
final class Scalars {
  private Scalars() {}

  /**
   * Parses a simple value.
   *
   * @throws IllegalArgumentException if the text is not of the type
   */
  static Object parse(MarshallingKnownType type, String text) {
    return switch (type) {
      case STRING -> text;
      case INTEGER -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case SHORT -> Short.valueOf(text);
      case BYTE -> Byte.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case BIG_DECIMAL -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case NULL, INSTANT, SDK_BYTES, SDK_POJO, DOCUMENT, LIST, MAP ->
          throw new IllegalArgumentException("Not a simple value: " + type);
    };
  }
}
