package io.tributary.bench.refresh;

import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.tributary.bench.kill.RunningUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Resident memory of the worker while fifty refreshes run, each with a statement under way. */
public final class MemoryBench {
  private static final int RUNS = 50;
  private static final int LIMIT_MIB = 350;

  private MemoryBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path state = Files.createTempDirectory("tributary-memory-").resolve("state");
    try (RunningUp up = RunningUp.start(Path.of("").toAbsolutePath(), state, List.of())) {
      up.control(
          "POST",
          "faults",
          """
          {"service":"redshift-data","sql":"(?i)^refresh materialized view","kind":"slow",\
          "millis":30000,"times":1000000,"probability":1.0}""");
      String digest = Files.readString(up.evidence().resolve("sandbox/specification")).trim();
      for (int i = 0; i < RUNS; i++) {
        start(up, digest, i);
      }
      long most = 0;
      for (int look = 0; look < 100; look++) {
        Thread.sleep(250);
        most = Math.max(most, residentMib(up));
      }
      System.out.printf(
          "worker under %d running workflows: at most %d MiB resident (limit %d MiB: %s)%n",
          RUNS, most, LIMIT_MIB, most <= LIMIT_MIB ? "held" : "NOT HELD");
    }
  }

  private static void start(RunningUp up, String digest, int number) {
    WorkflowStub run =
        up.client()
            .newUntypedWorkflowStub(
                "MaterializedViewRefreshRun",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(up.facts().get("taskQueue").asText())
                    .setWorkflowId("tributary.sandbox.refresh.memory-" + number)
                    .build());
    run.start(
        Map.of(
            "environment",
            Map.of(
                "environment", "sandbox",
                "digest", digest,
                "accountId", "111122223333",
                "region", "us-west-2"),
            "warehouse",
            Map.of("kind", "SERVERLESS", "name", "sandbox", "database", "dev"),
            "group",
            Map.of(
                "name",
                "memory-" + number,
                "views",
                List.of("mart.customer_orders"),
                "maxParallel",
                1,
                "whole",
                false,
                "freshness",
                List.of()),
            "force",
            true,
            "mode",
            "APPLY"));
  }

  private static long residentMib(RunningUp up) throws IOException {
    Path status = Path.of("/proc", up.facts().get("workerPid").asText(), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS in " + status);
  }
}
