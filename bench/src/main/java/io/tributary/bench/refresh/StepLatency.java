package io.tributary.bench.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.util.Timestamps;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.tributary.bench.kill.RunningUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the end of a statement, by the sandbox's own log, to the start of the step that follows, by
 * the history of the run.
 */
final class StepLatency {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StepLatency() {}

  /** Returns the seconds for every statement that the newest run of a workflow id waited for. */
  static List<Double> seconds(RunningUp up, String workflowId) throws IOException {
    Map<String, Instant> ends = ends(up);
    List<HistoryEvent> events = up.client().fetchHistory(workflowId).getHistory().getEventsList();
    Map<Long, String> types = new HashMap<>();
    Map<Long, Instant> started = new HashMap<>();
    for (HistoryEvent event : events) {
      if (event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) {
        types.put(
            event.getEventId(),
            event.getActivityTaskScheduledEventAttributes().getActivityType().getName());
      } else if (event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED) {
        started.put(
            event.getActivityTaskStartedEventAttributes().getScheduledEventId(), time(event));
      }
    }
    List<Double> found = new ArrayList<>();
    for (HistoryEvent event : events) {
      if (event.getEventType() != EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) {
        continue;
      }
      var completed = event.getActivityTaskCompletedEventAttributes();
      if (!"Statement_await".equalsIgnoreCase(types.get(completed.getScheduledEventId()))) {
        continue;
      }
      JsonNode outcome =
          JSON.readTree(completed.getResult().getPayloads(0).getData().toByteArray());
      Instant end = ends.get(outcome.path("id").asText());
      Instant next =
          types.keySet().stream()
              .filter(id -> id > event.getEventId())
              .min(Long::compare)
              .map(started::get)
              .orElse(null);
      if (end != null && next != null) {
        found.add((next.toEpochMilli() - end.toEpochMilli()) / 1000.0);
      }
    }
    return found;
  }

  private static Map<String, Instant> ends(RunningUp up) throws IOException {
    Map<String, Instant> ends = new HashMap<>();
    for (String line :
        Files.readAllLines(up.state().resolve("executions.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode each = JSON.readTree(line);
      if (each.path("event").asText().equals("FINISHED")) {
        ends.put(each.path("statementId").asText(), Instant.parse(each.path("time").asText()));
      }
    }
    return ends;
  }

  private static Instant time(HistoryEvent event) {
    return Instant.ofEpochMilli(Timestamps.toMillis(event.getEventTime()));
  }
}
