package io.tributary.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.sandbox.trouble.Fault;
import io.tributary.sandbox.trouble.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a fault from the control's JSON. */
final class FaultJson {
  private FaultJson() {}

  /**
   * Reads a fault.
   *
   * @throws IllegalArgumentException naming the member that is missing or wrong
   */
  static Fault read(JsonNode body) {
    var service = text(body, "service");
    if (service == null) {
      throw new IllegalArgumentException("service is missing, such as redshift-data");
    }
    var sql = text(body, "sql");
    return new Fault(
        service,
        text(body, "operation"),
        sql == null ? null : Pattern.compile(sql),
        kind(text(body, "kind")),
        Duration.ofMillis(body.path("millis").asLong(1000)),
        body.path("times").asInt(Integer.MAX_VALUE),
        body.path("probability").asDouble(1.0),
        body.path("message").asText("injected by the sandbox"));
  }

  private static FaultKind kind(@Nullable String name) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> kind.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind is " + name + ", it must be one of " + kindNames()));
  }

  private static String kindNames() {
    return Arrays.stream(FaultKind.values())
        .map(FaultKind::wireName)
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String text(JsonNode body, String member) {
    var node = body.get(member);
    return node == null || node.isNull() ? null : node.asText();
  }
}
