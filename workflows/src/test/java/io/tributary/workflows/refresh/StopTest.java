package io.tributary.workflows.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.CanceledFailure;
import io.tributary.workflows.job.FakeEnvironments;
import io.tributary.workflows.job.FakeNotifications;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.job.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Abort and cancel stop the statements and keep what exists; only abort has a result. */
@Timeout(60)
class StopTest {
  private final FakeWarehouse warehouse =
      new FakeWarehouse().view("m.a", true).view("m.b", true).view("m.c", true, "m.b").hold("m.b");
  private final FakeNotifications people = new FakeNotifications();
  private final TestServer server =
      new TestServer(warehouse, people, new FakeEnvironments().with(RefreshGraphTest.Marts.GROUP));
  private WorkflowStub outer = server.start(Job.REFRESH, "outer", RefreshInput.EVERYTHING);

  @BeforeEach
  void awaitTheMiddle() {
    while (!warehouse.log().containsAll(List.of("done m.a", "submit m.b"))) {
      Thread.onSpinWait();
    }
    // What the warehouse has done, the run knows a moment later.
    WorkflowStub fixed = server.fixed(Job.REFRESH, "marts");
    while (fixed.query("progress", Progress.class).done() == 0) {
      Thread.onSpinWait();
    }
    outer = server.client().newUntypedWorkflowStub("outer");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> outcomes() {
    return warehouse.reports().getLast().views().stream()
        .map(view -> view.view() + " " + view.outcome())
        .toList();
  }

  @Test
  void abortOnTheOuterRunReachesTheRunAndReturnsAResult() {
    outer.update("abort", String.class, "wrong group");

    RunResult result = outer.getResult(RunResult.class);

    assertThat(result.status()).isEqualTo(Status.ABORTED);
    assertThat(warehouse.log()).contains("cancel m.b").doesNotContain("submit m.c");
    assertThat(outcomes()).contains("m.a INCREMENTAL", "m.b CANCELLED", "m.c CANCELLED");
    assertThat(result.runs().getFirst().report()).isNotNull();
    assertThat(people.told()).isEmpty();
  }

  @Test
  void abortTwiceIsAbortOnce() {
    WorkflowStub fixed = server.fixed(Job.REFRESH, "marts");
    fixed.update("abort", String.class, "first");
    try {
      fixed.signal("stop", "second");
    } catch (WorkflowNotFoundException over) {
      // The first one was quicker than the second: also then there is one report.
    }

    assertThat(outer.getResult(RunResult.class).status()).isEqualTo(Status.ABORTED);
    assertThat(warehouse.log()).filteredOn("cancel m.b"::equals).hasSize(1);
    assertThat(warehouse.reports()).hasSize(1);
  }

  @Test
  void cancelOnTheOuterRunStopsTheStatementsAndHasNoResult() {
    outer.cancel();

    assertThatThrownBy(() -> outer.getResult(RunResult.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
    assertThatThrownBy(() -> server.fixed(Job.REFRESH, "marts").getResult(RefreshResult.class))
        .hasCauseInstanceOf(CanceledFailure.class);
    assertThat(warehouse.log()).contains("cancel m.b").doesNotContain("submit m.c");
    assertThat(outcomes()).contains("m.a INCREMENTAL", "m.b CANCELLED", "m.c CANCELLED");
    assertThat(warehouse.reports().getLast().status()).isEqualTo(Status.ABORTED);
  }

  @Test
  void refusesAnAbortWithoutAReason() {
    assertThatThrownBy(() -> outer.update("abort", String.class, " "))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("abort takes the reason as a text");
    warehouse.release("m.b");
    assertThat(outer.getResult(RunResult.class).status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void progressSaysWhatRunsAndWhatWaits() {
    Progress progress = server.fixed(Job.REFRESH, "marts").query("progress", Progress.class);

    assertThat(progress.phase()).isEqualTo("refreshing");
    assertThat(progress.total()).isEqualTo(3);
    assertThat(progress.items())
        .extracting(item -> item.name() + " " + item.state())
        .contains("m.b RUNNING", "m.c WAITING");
    warehouse.release("m.b");
    outer.getResult(RunResult.class);
  }
}
