package io.tributary.sandbox.aws.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** Writes elements and records of the SDK as XML; text is escaped. */
public final class XmlWriter {
  private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

  /** Opens an element. */
  public XmlWriter open(String name) {
    xml.append('<').append(name).append('>');
    return this;
  }

  /** Closes an element. */
  public XmlWriter close(String name) {
    xml.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element that holds text. */
  public XmlWriter text(String name, Object value) {
    open(name);
    escape(value.toString());
    return close(name);
  }

  void members(SdkPojo pojo) {
    for (SdkField<?> field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (JsonWriter.isSet(value)) {
        element(field, field.locationName(), value);
      }
    }
  }

  private void element(SdkField<?> field, String name, Object value) {
    switch (value) {
      case SdkPojo pojo -> {
        open(name);
        members(pojo);
        close(name);
      }
      case List<?> list -> list(field.getTrait(ListTrait.class), name, list);
      case Map<?, ?> map ->
          throw new IllegalArgumentException("Maps have no Query form here yet: " + name);
      case Instant instant -> text(name, instant.truncatedTo(ChronoUnit.MILLIS));
      case SdkBytes bytes -> text(name, Base64.getEncoder().encodeToString(bytes.asByteArray()));
      default -> text(name, value);
    }
  }

  private void list(ListTrait trait, String name, List<?> list) {
    var element = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    if (!trait.isFlattened()) {
      open(name);
    }
    for (Object value : list) {
      element(trait.memberFieldInfo(), trait.isFlattened() ? name : element, value);
    }
    if (!trait.isFlattened()) {
      close(name);
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '&' -> xml.append("&amp;");
        case '"' -> xml.append("&quot;");
        case '\r' -> xml.append("&#13;");
        default -> xml.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return xml.toString();
  }
}
