package io.tributary.bench.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.tributary.bench.Percentiles;
import io.tributary.bench.kill.RunningUp;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The refresh of the sandbox's graph with refreshes that take some seconds each: its wall time
 * against its critical path and against the bound of a list schedule, and the time from the end of
 * a statement to the moment the product knows it.
 */
public final class RefreshBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REFRESH_MILLIS = 5_000;

  private RefreshBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path state = Files.createTempDirectory("tributary-refresh-").resolve("state");
    try (RunningUp up = RunningUp.start(Path.of("").toAbsolutePath(), state, List.of())) {
      up.control(
          "POST",
          "faults",
          """
          {"service":"redshift-data","sql":"(?i)^refresh materialized view","kind":"slow",\
          "millis":%d,"times":1000000,"probability":1.0}"""
              .formatted(REFRESH_MILLIS));
      List<Double> latencies = new ArrayList<>();
      print("unlimited parallelism, against the critical path", 1.1, run(up, 100, latencies), 0);
      print("maxParallel 2, against the list-schedule bound", 1.15, run(up, 2, latencies), 2);
      Percentiles seconds =
          Percentiles.of(latencies.stream().mapToDouble(Double::doubleValue).toArray());
      System.out.printf(
          "end of a statement to the next step: median %.3f s  p95 %.3f s of %d (limit of p95 0.150 s: %s)%n",
          seconds.median(),
          seconds.at(0.95),
          latencies.size(),
          seconds.at(0.95) <= 0.150 ? "held" : "NOT HELD");
    }
  }

  private static JsonNode run(RunningUp up, int parallel, List<Double> latencies) throws Exception {
    WorkflowStub run =
        up.client()
            .newUntypedWorkflowStub(
                "MaterializedViewRefreshWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(up.facts().get("taskQueue").asText())
                    .setWorkflowId("bench-" + UUID.randomUUID())
                    .build());
    run.start(Map.of("force", true, "maxParallel", parallel));
    JsonNode result = JSON.valueToTree(run.getResult(Object.class));
    JsonNode report =
        JSON.readTree(
                Path.of(URI.create(result.path("runs").get(0).path("report").asText()))
                    .resolveSibling("report.json")
                    .toFile())
            .path("result");
    latencies.addAll(
        StepLatency.seconds(up, result.path("runs").get(0).path("workflowId").asText()));
    return report;
  }

  private static void print(String what, double limit, JsonNode report, int parallel) {
    Graph graph = new Graph(report.path("views"));
    double wall =
        (report.path("endMillis").asLong() - report.path("startMillis").asLong()) / 1000.0;
    double bound = parallel == 0 ? graph.criticalPath() : graph.listSchedule(parallel);
    System.out.printf(
        "%s: %d refreshes, wall %.2f s, bound %.2f s, ratio %.3f (limit %.2f: %s)%n",
        what,
        graph.size(),
        wall,
        bound,
        wall / bound,
        limit,
        wall / bound <= limit ? "held" : "NOT HELD");
  }
}
