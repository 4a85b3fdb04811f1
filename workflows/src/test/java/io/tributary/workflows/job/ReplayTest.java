package io.tributary.workflows.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.WorkflowReplayer;
import io.tributary.workflows.reconciliation.ReconciliationRunImpl;
import io.tributary.workflows.reconciliation.ReconciliationWorkflowImpl;
import io.tributary.workflows.refresh.MaterializedViewRefreshRunImpl;
import io.tributary.workflows.refresh.MaterializedViewRefreshWorkflowImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that released code began can be finished by the code of today: every recorded history of
 * every released version replays. {@code workflows/README.md} says what to do when one does not.
 */
@Timeout(60)
class ReplayTest {
  static final Path HISTORIES = Path.of("src", "test", "resources", "histories");

  static Stream<String> types() {
    List<String> types = new ArrayList<>();
    for (Job job : Job.values()) {
      types.add(job.workflowType());
      types.add(job.runType());
    }
    return types.stream();
  }

  static Stream<Path> histories() {
    return types().flatMap(type -> files(type).stream());
  }

  private static List<Path> files(String type) {
    Path folder = HISTORIES.resolve(type);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeHasHistories(String type) {
    assertThat(files(type)).as("recorded histories of %s", type).isNotEmpty();
    assertThat(files(type))
        .allMatch(file -> file.getFileName().toString().matches("\\d+\\.\\d+-[a-z-]+\\.json"));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void replays(Path history) throws Exception {
    WorkflowReplayer.replayWorkflowExecution(
        history.toFile(),
        MaterializedViewRefreshWorkflowImpl.class,
        MaterializedViewRefreshRunImpl.class,
        ReconciliationWorkflowImpl.class,
        ReconciliationRunImpl.class);
  }
}
