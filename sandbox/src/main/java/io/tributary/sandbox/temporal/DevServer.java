package io.tributary.sandbox.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.tributary.sandbox.ChildProcesses;
import io.tributary.sandbox.Part;
import io.tributary.sandbox.SandboxOptions.TemporalOptions;
import io.tributary.sandbox.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real Temporal server, the dev server of the {@code temporal} command, on a database file of the
 * state folder. Its settings are for trying: they take away the rate limit that adds 100 ms to each
 * step, and a power cut may lose the last commits.
 */
final class DevServer implements Part {
  private static final String NAME = "temporal";
  private static final Duration START = Duration.ofSeconds(60);

  private final Path binary;
  private final TemporalOptions options;
  private final StateDirectory state;
  private @Nullable Process process;
  private int port;
  private int uiPort;

  DevServer(Path binary, TemporalOptions options, StateDirectory state) {
    this.binary = binary;
    this.options = options;
    this.state = state;
  }

  @Override
  public String name() {
    return "Temporal (dev server " + binary + ")";
  }

  @Override
  public void start() throws IOException, InterruptedException {
    port = state.ports().take("temporal");
    uiPort = state.ports().take("temporal-ui");
    var log = state.resolve("temporal.log");
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    state.processes().record(NAME, process.toHandle());
    awaitReady(process, log);
  }

  @Override
  public Map<String, Object> describe() {
    long pid = process == null ? 0 : process.pid();
    return Map.of(
        "temporal",
        Map.of(
            "address",
            address(),
            "kind",
            "dev-server",
            "ui",
            "http://127.0.0.1:" + uiPort,
            "pid",
            pid));
  }

  @Override
  public void close() {
    if (process != null) {
      ChildProcesses.end(process.toHandle());
      state.processes().forget(NAME);
    }
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(binary.toString(), "server", "start-dev"));
    command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--ui-ip", "127.0.0.1", "--ui-port", Integer.toString(uiPort)));
    command.addAll(List.of("--db-filename", state.resolve("temporal.db").toString()));
    command.addAll(List.of("--sqlite-pragma", "journal_mode=wal"));
    command.addAll(List.of("--sqlite-pragma", "synchronous=normal"));
    command.addAll(List.of("--dynamic-config-value", "history.transferProcessorMaxPollRPS=1000"));
    command.addAll(List.of("--log-level", "error"));
    // The person's own configuration of the command is for other servers.
    command.addAll(List.of("--disable-config-file", "--disable-config-env"));
    options.namespaces().forEach(name -> command.addAll(List.of("--namespace", name)));
    options
        .searchAttributes()
        .forEach(attribute -> command.addAll(List.of("--search-attribute", attribute)));
    return command;
  }

  /** Asks for every namespace until the server knows it. */
  private void awaitReady(Process started, Path log) throws IOException, InterruptedException {
    var stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address()).build());
    try {
      List<String> namespaces = new ArrayList<>(options.namespaces());
      namespaces.add("default");
      long end = System.nanoTime() + START.toNanos();
      for (String namespace : namespaces) {
        while (!knows(stubs, namespace)) {
          if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
            throw new IOException("it ended at once: " + lastLine(log));
          }
          if (System.nanoTime() > end) {
            throw new IOException("it did not answer within " + START.toSeconds() + " s");
          }
        }
      }
    } finally {
      stubs.shutdownNow();
    }
  }

  private static boolean knows(WorkflowServiceStubs stubs, String namespace) {
    try {
      var unused =
          stubs
              .blockingStub()
              .withDeadlineAfter(2, TimeUnit.SECONDS)
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  private static String lastLine(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it said nothing" : lines.getLast();
  }
}
