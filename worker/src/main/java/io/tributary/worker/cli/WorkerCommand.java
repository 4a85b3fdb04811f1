package io.tributary.worker.cli;

import io.tributary.worker.Logs;
import io.tributary.worker.UserMistake;
import io.tributary.worker.WorkerProcess;
import io.tributary.worker.WorkerSettings;
import io.tributary.worker.temporal.TemporalTarget;
import io.tributary.worker.up.WorkerFile;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.job.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "worker",
    description = "Run the worker of one environment until SIGTERM.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary worker --environment prod --http-port 9464 --log-format json",
      "",
      "Temporal is where TEMPORAL_ADDRESS and the other standard variables say; AWS credentials come",
      "from the SDK's usual places. SIGTERM drains: nothing new is taken, what is under way may finish.",
      "",
      "Exit codes: 143 drained after SIGTERM, 1 failed, 2 bad input or a missing prerequisite."
    })
final class WorkerCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--environment",
      paramLabel = "NAME|FILE",
      required = true,
      description = "The environment: a name, for environments/NAME.yaml, or a file.")
  private String environment = "";

  @Option(
      names = "--evidence",
      paramLabel = "FOLDER|S3",
      description = "The evidence store. Default: as the specification says.")
  private @Nullable String evidence;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "9464",
      description =
          "Port of /health and /metrics on loopback; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int httpPort;

  @Option(
      names = "--drain",
      paramLabel = "DURATION",
      defaultValue = "PT10S",
      description =
          "How long what is under way may take after SIGTERM, ISO 8601. Default: ${DEFAULT-VALUE}.")
  private Duration drain = Duration.ZERO;

  @Option(
      names = "--log-format",
      defaultValue = "TEXT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Logs.Format logFormat = Logs.Format.TEXT;

  @Option(names = "--ready-file", hidden = true, description = "Written once the worker polls.")
  private @Nullable Path readyFile;

  @Option(names = "--exit-with", hidden = true, description = "Ends when this process ends.")
  private @Nullable Long parent;

  WorkerCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logs.serve(logFormat);
    EnvironmentSpec spec = Site.read(Site.file(shell, environment));
    WorkerSettings settings =
        new WorkerSettings(
            spec,
            TemporalTarget.configured(shell.variables(), Ids.namespace(spec.name())),
            evidence == null ? spec.evidence().store() : evidence,
            checked(httpPort),
            drain);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch drained = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(stop, drained), "drain"));
    try (WorkerProcess worker = WorkerProcess.start(settings)) {
      if (readyFile != null) {
        new WorkerFile(
                ProcessHandle.current().pid(), worker.healthAddress(), worker.metricsAddress())
            .write(readyFile);
      }
      endWithParent(stop);
      stop.await();
    } finally {
      drained.countDown();
    }
    return ExitCodes.DONE;
  }

  private static int checked(int port) {
    if (port < 0 || port > 65535) {
      throw new UserMistake("--http-port %d: a port is between 0 and 65535".formatted(port));
    }
    return port;
  }

  private void endWithParent(CountDownLatch stop) {
    if (parent != null) {
      var unused =
          ProcessHandle.of(parent)
              .map(ProcessHandle::onExit)
              .map(end -> end.thenRun(stop::countDown))
              .orElseGet(
                  () -> {
                    stop.countDown();
                    return java.util.concurrent.CompletableFuture.completedFuture(null);
                  });
    }
  }

  /** The JVM ends when its hooks return: this one returns when the worker is closed. */
  private static void drain(CountDownLatch stop, CountDownLatch drained) {
    stop.countDown();
    try {
      drained.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
