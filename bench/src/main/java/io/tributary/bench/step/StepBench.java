package io.tributary.bench.step;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.tributary.bench.Percentiles;
import io.tributary.bench.kill.RunningUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Added time per step: 20 steps in a row that answer at once, on the Temporal server that {@code
 * up} starts; and the same chain on Airflow, default and tuned, in the same run on the same
 * machine, where an Airflow is given.
 */
public final class StepBench {
  private static final int STEPS = 20;
  private static final int CHAINS = 10;

  private StepBench() {}

  /** Runs it: {@code [folder of Airflow's commands]}. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of("").toAbsolutePath();
    Path state = Files.createTempDirectory("tributary-step-").resolve("state");
    try (RunningUp up = RunningUp.start(root, state, List.of("--fresh"))) {
      System.out.printf("Temporal: %s server%n", up.facts().get("temporalKind").asText());
      measure(up.client());
      if (arguments.length > 0) {
        for (String kind : List.of("default", "tuned")) {
          airflow(root, Path.of(arguments[0]), up, kind);
        }
      } else {
        System.out.println("Airflow: not measured (bench/step --airflow installs it from PyPI)");
      }
    }
  }

  private static void measure(WorkflowClient client) {
    WorkerFactory factory = WorkerFactory.newInstance(client);
    try {
      Worker worker =
          factory.newWorker(
              "bench", WorkerOptions.newBuilder().setUsingVirtualThreads(true).build());
      worker.registerWorkflowImplementationTypes(ChainWorkflow.Chain.class);
      ChainWorkflow.Step step = System::nanoTime;
      worker.registerActivitiesImplementations(step);
      factory.start();
      chains(client, false, 3);
      chains(client, true, 3);
      print("ordinary activity", chains(client, false, CHAINS), 30);
      print("local activity", chains(client, true, CHAINS), 5);
    } finally {
      factory.shutdownNow();
    }
  }

  /** Returns the milliseconds from each step to the next, of several chains. */
  private static Percentiles chains(WorkflowClient client, boolean local, int chains) {
    double[] gaps = new double[chains * (STEPS - 1)];
    int at = 0;
    for (int chain = 0; chain < chains; chain++) {
      List<Long> times =
          client
              .newWorkflowStub(
                  ChainWorkflow.class,
                  WorkflowOptions.newBuilder()
                      .setTaskQueue("bench")
                      .setWorkflowId("bench-" + UUID.randomUUID())
                      .build())
              .run(STEPS, local);
      for (int i = 1; i < times.size(); i++) {
        gaps[at++] = (times.get(i) - times.get(i - 1)) / 1e6;
      }
    }
    return Percentiles.of(gaps);
  }

  private static void print(String what, Percentiles millis, int limit) {
    System.out.printf(
        "%-18s median %6.1f ms  p95 %6.1f ms a step (limit of the median %d ms: %s)%n",
        what,
        millis.median(),
        millis.at(0.95),
        limit,
        millis.median() <= limit ? "held" : "NOT HELD");
  }

  private static void airflow(Path root, Path commands, RunningUp up, String kind)
      throws Exception {
    String database = "airflow_" + kind;
    up.onWarehouse("drop database if exists " + database, "create database " + database);
    String psql = up.sandbox().get("warehouse").get("psql").asText();
    String url =
        psql.replaceFirst("^postgres(ql)?:", "postgresql+psycopg2:")
            .replaceFirst("/[^/]*$", "/" + database);
    // The address of a database on loopback that lives as long as this run, in the environment and
    // not on the command line.
    ProcessBuilder builder =
        new ProcessBuilder(
                commands.resolve("python").toString(),
                root.resolve("bench/src/main/python/airflow_steps.py").toString(),
                commands.toString(),
                Integer.toString(STEPS),
                kind)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("BENCH_DATABASE", url);
    int code = builder.start().waitFor();
    if (code != 0) {
      System.out.printf("Airflow (%s): the measurement failed with exit code %d%n", kind, code);
    }
  }
}
