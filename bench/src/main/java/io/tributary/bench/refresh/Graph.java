package io.tributary.bench.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** The refreshes of a report as a graph, with the two bounds that its wall time is held against. */
final class Graph {
  private final Map<String, Double> seconds = new TreeMap<>();
  private final Map<String, List<String>> parents = new TreeMap<>();

  /** Reads the views of a report that were refreshed. */
  Graph(JsonNode views) {
    for (JsonNode view : views) {
      if (view.path("statementMillis").asLong() > 0) {
        seconds.put(view.path("view").asText(), view.path("statementMillis").asLong() / 1000.0);
      }
    }
    for (JsonNode view : views) {
      List<String> of = new ArrayList<>();
      view.path("dependsOn").forEach(each -> of.add(each.asText()));
      of.removeIf(each -> !seconds.containsKey(each));
      parents.put(view.path("view").asText(), of);
    }
  }

  int size() {
    return seconds.size();
  }

  /** Returns the longest chain of dependent refreshes: no schedule can be shorter. */
  double criticalPath() {
    return seconds.keySet().stream().mapToDouble(this::endOf).max().orElse(0);
  }

  /** Returns how long a list schedule takes that starts the longest remaining path first. */
  double listSchedule(int parallel) {
    Set<String> waiting = new HashSet<>(seconds.keySet());
    Set<String> done = new HashSet<>();
    record Running(String view, double end) {}
    var running = new PriorityQueue<Running>(Comparator.comparingDouble(Running::end));
    double now = 0;
    while (!waiting.isEmpty() || !running.isEmpty()) {
      while (running.size() < parallel) {
        String next =
            waiting.stream()
                .filter(each -> done.containsAll(parentsOf(each)))
                .max(Comparator.comparingDouble(this::remaining))
                .orElse(null);
        if (next == null) {
          break;
        }
        waiting.remove(next);
        running.add(new Running(next, now + seconds.getOrDefault(next, 0.0)));
      }
      Running first = running.remove();
      now = first.end();
      done.add(first.view());
    }
    return now;
  }

  private double endOf(String view) {
    return seconds.getOrDefault(view, 0.0)
        + parentsOf(view).stream().mapToDouble(this::endOf).max().orElse(0);
  }

  private double remaining(String view) {
    return seconds.getOrDefault(view, 0.0)
        + seconds.keySet().stream()
            .filter(each -> parentsOf(each).contains(view))
            .mapToDouble(this::remaining)
            .max()
            .orElse(0);
  }

  private List<String> parentsOf(String view) {
    return parents.getOrDefault(view, List.of());
  }
}
