package io.tributary.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.CallCounts;
import io.tributary.sandbox.aws.HttpAnswers;
import io.tributary.sandbox.aws.HttpCall;
import io.tributary.sandbox.trouble.Conditions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the control: faults, clock and counts of calls. Not signed; the sandbox is on loopback.
 */
public final class ControlAnswers implements HttpAnswers {
  private static final String ROOT = "/_sandbox/";

  private final ObjectMapper json = new ObjectMapper();
  private final Conditions conditions;
  private final CallCounts counts;

  public ControlAnswers(Conditions conditions, CallCounts counts) {
    this.conditions = conditions;
    this.counts = counts;
  }

  @Override
  public Optional<Answer> answer(HttpCall call) throws IOException {
    try {
      return Optional.of(route(call));
    } catch (IllegalArgumentException e) {
      return Optional.of(json(400, Map.of("message", String.valueOf(e.getMessage()))));
    }
  }

  private Answer route(HttpCall call) throws IOException {
    var path = call.path().substring(ROOT.length());
    return switch (call.method() + " " + path) {
      case "GET health" -> json(200, Map.of("status", "ok"));
      case "GET calls" -> json(200, counts.all());
      case "DELETE calls" -> done(counts::clear);
      case "POST faults" ->
          json(200, Map.of("id", conditions.faults().add(FaultJson.read(body(call)))));
      case "DELETE faults" -> done(conditions.faults()::clear);
      case "POST clock" -> moveClock(body(call));
      default -> other(call.method(), path);
    };
  }

  private Answer other(String method, String path) throws IOException {
    if (method.equals("DELETE") && path.startsWith("faults/")) {
      return done(() -> conditions.faults().remove(path.substring("faults/".length())));
    }
    return json(404, Map.of("message", "the sandbox does not know " + method + " " + ROOT + path));
  }

  private Answer moveClock(JsonNode body) throws IOException {
    var clock = conditions.clock();
    clock.move(
        body.path("scale").asDouble(clock.scale()),
        Duration.ofMillis(Math.round(body.path("advanceSeconds").asDouble(0) * 1000)));
    return json(200, Map.of("now", clock.instant().toString(), "scale", clock.scale()));
  }

  private JsonNode body(HttpCall call) {
    try {
      return json.readTree(call.bytes());
    } catch (IOException e) {
      throw new IllegalArgumentException("The body is not valid JSON", e);
    }
  }

  private Answer done(Runnable change) throws IOException {
    change.run();
    return json(200, Map.of());
  }

  private Answer json(int status, Object value) throws IOException {
    return Answer.of(
        status, Map.of("Content-Type", "application/json"), json.writeValueAsBytes(value));
  }
}
