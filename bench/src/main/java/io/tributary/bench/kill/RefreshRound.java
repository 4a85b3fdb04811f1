package io.tributary.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.tributary.bench.kill.Executions.Execution;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * One refresh of every view, during which somebody kills the worker, and what the world looks like
 * afterwards.
 */
public final class RefreshRound {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> REFRESHED = Set.of("INCREMENTAL", "RECOMPUTED", "ALREADY_FRESH");

  /** A run whose worker comes back must end within this. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Executions executions;
  private final WorkflowStub run;

  private RefreshRound(Executions executions, WorkflowStub run) {
    this.executions = executions;
    this.run = run;
  }

  /** Starts a forced refresh of everything, as the UI does: one JSON argument and any id. */
  public static RefreshRound start(RunningUp up) throws IOException {
    Executions executions = new Executions(up.state());
    WorkflowStub run =
        up.client()
            .newUntypedWorkflowStub(
                "MaterializedViewRefreshWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(up.facts().get("taskQueue").asText())
                    .setWorkflowId("kill-" + UUID.randomUUID())
                    .build());
    run.start(Map.of("force", true));
    return new RefreshRound(executions, run);
  }

  /** Returns the sandbox's log since the start. */
  public Executions executions() {
    return executions;
  }

  /** Returns whether the run has ended. */
  public boolean ended() throws IOException {
    try {
      run.getResult(1, TimeUnit.MILLISECONDS, Object.class);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /**
   * What a round did.
   *
   * @param refreshed views that the report calls refreshed
   * @param lost of these, views without an execution in the sandbox's log
   * @param repeated executions beyond the first of a view's refresh
   * @param hung whether the run did not end in time
   * @param broken what was wrong with the result or the evidence; empty if nothing
   * @param report the report
   */
  public record Outcome(
      int refreshed, int lost, int repeated, boolean hung, List<String> broken, String report) {
    /** Returns whether everything was as promised. */
    public boolean good() {
      return refreshed > 0 && lost == 0 && repeated == 0 && !hung && broken.isEmpty();
    }
  }

  /** Waits for the end and compares the report with the sandbox's log. */
  public Outcome finish() throws IOException {
    JsonNode result;
    try {
      result =
          JSON.valueToTree(run.getResult(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, Object.class));
    } catch (TimeoutException e) {
      return new Outcome(0, 0, 0, true, List.of("no end after " + PATIENCE), "");
    }
    List<String> broken = new ArrayList<>();
    if (!result.path("status").asText().equals("SUCCEEDED")) {
      broken.add("status " + result.path("status").asText() + ": " + result.path("runs"));
    }
    int refreshed = 0;
    int lost = 0;
    int repeated = 0;
    String report = "";
    Map<String, List<Execution>> started =
        executions.sinceMark().stream()
            .filter(each -> each.event().equals("STARTED"))
            .collect(Collectors.groupingBy(Execution::sha256));
    Map<String, String> hashes =
        executions.sinceMark().stream()
            .collect(
                Collectors.toMap(Execution::statementId, Execution::sha256, (one, other) -> one));
    for (JsonNode each : result.path("runs")) {
      report = each.path("report").asText();
      Path folder = Objects.requireNonNull(Path.of(URI.create(report)).getParent());
      broken.addAll(unwhole(folder));
      for (JsonNode view : views(folder)) {
        if (!REFRESHED.contains(view.path("outcome").asText())) {
          continue;
        }
        refreshed++;
        String hash = hashes.get(view.path("statementId").asText());
        if (hash == null) {
          lost++;
        } else {
          repeated += started.getOrDefault(hash, List.of()).size() - 1;
        }
      }
    }
    return new Outcome(refreshed, lost, repeated, false, broken, report);
  }

  /** Says what of a run's folder does not fit its manifest. */
  private static List<String> unwhole(Path folder) throws IOException {
    List<String> broken = new ArrayList<>();
    Path manifest = folder.resolve("manifest.json");
    if (!Files.exists(manifest)) {
      return List.of(folder + " has no manifest");
    }
    JsonNode files = JSON.readTree(manifest.toFile()).path("files");
    if (files.isEmpty()) {
      broken.add(manifest + " lists no files");
    }
    for (JsonNode each : files) {
      String name = each.path("name").asText();
      if (!each.path("sha256").asText().equals(hash(folder.resolve(name)))) {
        broken.add(folder.resolve(name) + " does not have the hash of the manifest");
      }
    }
    return broken;
  }

  private static JsonNode views(Path folder) throws IOException {
    return JSON.readTree(folder.resolve("report.json").toFile()).path("result").path("views");
  }

  private static String hash(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException | NoSuchAlgorithmException e) {
      return "unreadable: " + e.getMessage();
    }
  }
}
