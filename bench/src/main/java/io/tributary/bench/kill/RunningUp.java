package io.tributary.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code tributary up} as its user runs it, in a state folder of its own: a process from outside,
 * seen only through the files that it documents. Its worker can be killed; {@code up} starts it
 * again.
 */
public final class RunningUp implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration READY = Duration.ofMinutes(4);
  private static final long LOOK_EVERY_MILLIS = 20;

  private final Process process;
  private final Path state;
  private final HttpClient http = HttpClient.newHttpClient();
  private WorkflowServiceStubs stubs;
  private WorkflowClient client;

  private RunningUp(Process process, Path state) {
    this.process = process;
    this.state = state;
    this.stubs = WorkflowServiceStubs.newLocalServiceStubs();
    this.client = WorkflowClient.newInstance(stubs);
  }

  /**
   * Starts it and waits until it has shown everything and stays.
   *
   * @param root the root of the tree, where the launcher is
   * @param state its state folder
   * @param options more options of {@code up}
   */
  public static RunningUp start(Path root, Path state, List<String> options)
      throws IOException, InterruptedException {
    Files.createDirectories(state);
    List<String> command =
        new ArrayList<>(List.of(root.resolve("tributary").toString(), "up", "--state"));
    command.add(state.toString());
    command.addAll(options);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(state.resolveSibling(state.getFileName() + ".log").toFile())
            .start();
    RunningUp up = new RunningUp(process, state);
    try {
      up.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException e) {
      up.close();
      throw e;
    }
    return up;
  }

  /** Returns what {@code up.json} says now. */
  public JsonNode facts() {
    return read("up.json");
  }

  /** Returns what {@code sandbox.json} says. */
  public JsonNode sandbox() {
    return read("sandbox.json");
  }

  /** Returns the state folder. */
  public Path state() {
    return state;
  }

  /** Returns the folder of the evidence. */
  public Path evidence() {
    return Path.of(facts().get("evidence").asText());
  }

  /** Returns the log that holds everything {@code up} printed. */
  public Path log() {
    return state.resolveSibling(state.getFileName() + ".log");
  }

  /** Returns a client of the environment's namespace. */
  public WorkflowClient client() {
    return client;
  }

  /** Kills the worker with SIGKILL at this instant and returns its process id. */
  public long killWorker() {
    long pid = facts().get("workerPid").asLong();
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    return pid;
  }

  /** Waits until {@code up} has started another worker than the one that was killed. */
  public void awaitWorkerOtherThan(long killed) throws InterruptedException {
    await("another worker than " + killed, () -> facts().get("workerPid").asLong() != killed);
  }

  /** Runs SQL behind the product's back on the PostgreSQL underneath the warehouse. */
  public void onWarehouse(String... statements) throws SQLException {
    on(sandbox().get("warehouse"), statements);
  }

  /** Runs SQL behind the product's back on the PostgreSQL that plays Aurora. */
  public void onSource(String... statements) throws SQLException {
    on(sandbox().get("sources").get("aurora"), statements);
  }

  /** Returns one value of the PostgreSQL that plays Aurora. */
  public String sourceValue(String query) throws SQLException {
    try (Connection connection = connect(sandbox().get("sources").get("aurora"));
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Calls the sandbox's control endpoint. */
  public JsonNode control(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox().get("aws").asText() + "/_sandbox/" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
  }

  /** Waits until something holds, or fails after two minutes. */
  public void await(String what, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Something that may hold later. */
  @FunctionalInterface
  public interface Condition {
    /** Returns whether it holds now. */
    boolean holds() throws Exception;
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + READY.toNanos();
    while (!Files.exists(state.resolve("up.json")) || !staying()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("up did not start:\n" + Files.readString(log()));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    JsonNode facts = facts();
    stubs.shutdownNow();
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(facts.get("temporal").asText())
                .build());
    client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setNamespace(facts.get("namespace").asText())
                .build());
  }

  /** The demonstration is over when the last thing is printed: what a person types to stop it. */
  private boolean staying() throws IOException {
    return Files.readString(log()).contains("Ctrl-C");
  }

  private JsonNode read(String file) {
    try {
      return JSON.readTree(Files.readAllBytes(state.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void on(JsonNode database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static Connection connect(JsonNode database) throws SQLException {
    URI uri = URI.create(database.get("psql").asText());
    String[] login = uri.getRawUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
        login[0],
        login[1]);
  }
}
