package io.tributary.workflows.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.FakeEnvironments;
import io.tributary.workflows.job.FakeNotifications;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.job.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One run of a group at a time, and no request lost. */
@Timeout(60)
class StartRulesTest {
  private static final String FIXED = Ids.runId(TestServer.ENVIRONMENT, Job.REFRESH, "marts");

  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final FakeNotifications people = new FakeNotifications();
  private final FakeEnvironments environments =
      new FakeEnvironments().with(RefreshGraphTest.Marts.GROUP);
  private final TestServer server = new TestServer(warehouse, people, environments);

  @AfterEach
  void stop() {
    server.close();
  }

  private static RefreshRequest request(boolean force, String... views) {
    return new RefreshRequest(
        FakeEnvironments.PINNED,
        FakeEnvironments.WAREHOUSE,
        new RefreshSlice.Group("marts", List.of(views), 4, List.of(), false),
        force,
        Mode.APPLY);
  }

  private void awaitLog(String line) {
    while (!warehouse.log().contains(line)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void threeStartsWithinASecondGiveOneRun() {
    warehouse.view("m.a", true).hold("m.a");

    List<WorkflowStub> starts = new ArrayList<>();
    for (String id : List.of("schedule-2026-11-23T00:00:00Z", "from-the-ui", "from-the-shell")) {
      starts.add(server.start(Job.REFRESH, id, RefreshInput.EVERYTHING));
    }
    List<RunResult> first = new ArrayList<>();
    awaitLog("submit m.a");
    // Two of the three end while the run is under way; the third has to wait for it.
    while (first.size() < 2) {
      for (WorkflowStub start : List.copyOf(starts)) {
        if (!start.describe().getStatus().name().endsWith("RUNNING")) {
          first.add(start.getResult(RunResult.class));
          starts.remove(start);
        }
      }
    }
    warehouse.release("m.a");
    RunResult last = starts.getFirst().getResult(RunResult.class);

    assertThat(first).allMatch(result -> result.status() == Status.ADDED_TO_RUNNING);
    assertThat(last.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(warehouse.log()).containsExactly("submit m.a", "done m.a");
  }

  @Test
  void aRequestDuringTheLastRefreshIsServedByTheSameRun() {
    warehouse.view("m.a", true).view("m.b", false).hold("m.a");
    WorkflowStub first = server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING);
    awaitLog("submit m.a");

    WorkflowStub second =
        server.start(Job.REFRESH, "second", new RefreshInput(null, null, true, null, null, null));
    RunResult added = second.getResult(RunResult.class);
    warehouse.release("m.a");
    RunResult result = first.getResult(RunResult.class);

    assertThat(added.status()).isEqualTo(Status.ADDED_TO_RUNNING);
    assertThat(added.runs().getFirst().workflowId()).isEqualTo(FIXED);
    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
    // Forced: every view of the request once more, also the one that was fresh.
    assertThat(warehouse.log()).filteredOn("submit m.a"::equals).hasSize(2);
  }

  @Test
  void aRequestWhileTheReportIsWrittenIsServedAndReportedToo() {
    warehouse.view("m.a", true).view("m.b", false);
    warehouse.beforeReport(
        () -> {
          warehouse.touch("m.b");
          server
              .client()
              .newUntypedWorkflowStub(FIXED)
              .update("request", String.class, request(false, "m.b"));
        });

    server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING).getResult(RunResult.class);

    assertThat(warehouse.log()).contains("done m.b");
    assertThat(warehouse.reports()).hasSize(2);
    assertThat(warehouse.reports().getLast().views()).hasSize(2);
  }

  @Test
  void aRequestToARunThatIsBeingStoppedEndsInARunOfItsOwn() {
    warehouse.view("m.a", true).hold("m.a");
    WorkflowStub first = server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING);
    awaitLog("submit m.a");
    warehouse.beforeReport(
        () -> {
          warehouse.release("m.a");
          server.start(Job.REFRESH, "second", RefreshInput.EVERYTHING);
        });
    server.fixed(Job.REFRESH, "marts").update("abort", String.class, "wrong hour");

    RunResult stopped = first.getResult(RunResult.class);
    RunResult second = server.client().newUntypedWorkflowStub("second").getResult(RunResult.class);

    assertThat(stopped.status()).isEqualTo(Status.ABORTED);
    assertThat(second.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(warehouse.log()).endsWith("submit m.a", "done m.a");
  }

  @Test
  void aPlanWaitsForNobody() {
    warehouse.view("m.a", true).hold("m.a");
    WorkflowStub first = server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING);
    awaitLog("submit m.a");

    RunResult plan =
        server
            .start(Job.REFRESH, "plan", new RefreshInput(null, null, null, null, Mode.PLAN, null))
            .getResult(RunResult.class);
    warehouse.release("m.a");

    assertThat(plan.status()).isEqualTo(Status.ALREADY_RUNNING);
    assertThat(plan.runs().getFirst().workflowId()).isEqualTo(FIXED);
    assertThat(first.getResult(RunResult.class).status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void anUpdateWithStartBeginsARunAndASecondOneJoinsIt() {
    warehouse.view("m.a", true).hold("m.a");
    String began = updateWithStart(request(false, "m.a"));
    awaitLog("submit m.a");
    String joined = updateWithStart(request(false, "m.a"));
    warehouse.release("m.a");

    assertThat(began).isEqualTo(joined).contains("Will be served");
    RefreshResult result =
        server.client().newUntypedWorkflowStub(FIXED).getResult(RefreshResult.class);
    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(warehouse.log()).containsExactly("submit m.a", "done m.a");
  }

  private String updateWithStart(RefreshRequest request) {
    WorkflowOptions options =
        TestServer.options(FIXED).toBuilder()
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .build();
    MaterializedViewRefreshRun run =
        server.client().newWorkflowStub(MaterializedViewRefreshRun.class, options);
    return WorkflowClient.executeUpdateWithStart(
        run::request,
        request,
        UpdateOptions.<String>newBuilder().setWaitForStage(WorkflowUpdateStage.COMPLETED).build(),
        new WithStartWorkflowOperation<>(run::run, request));
  }

  @Test
  void refusesARequestForAnotherGroup() {
    warehouse.view("m.a", true).hold("m.a");
    server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING);
    awaitLog("submit m.a");
    RefreshRequest other =
        new RefreshRequest(
            FakeEnvironments.PINNED,
            FakeEnvironments.WAREHOUSE,
            new RefreshSlice.Group("others", List.of("o.a"), 4, List.of(), false),
            false,
            Mode.APPLY);

    assertThatThrownBy(
            () -> server.fixed(Job.REFRESH, "marts").update("request", String.class, other))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("group others: this run refreshes marts");
    warehouse.release("m.a");
  }

  @Test
  void credentialsOfAnotherAccountStopTheRunBeforeAnythingElse() {
    environments.refuse(ErrorCode.ACCOUNT_MISMATCH);

    WorkflowStub run = server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING);
    WorkflowFailedException failed =
        catchThrowableOfType(WorkflowFailedException.class, () -> run.getResult(RunResult.class));

    assertThat(Failures.code(failed)).contains(ErrorCode.ACCOUNT_MISMATCH);
    assertThat(failed.getCause()).hasMessageContaining("the credentials belong to 999988887777");
    assertThat(environments.asked()).containsExactly("pin null null");
    assertThat(warehouse.looks()).isZero();
    assertThat(people.told()).isEmpty();
  }

  @Test
  void refusesANumberThatMakesNoSense() {
    WorkflowStub run =
        server.start(Job.REFRESH, "first", new RefreshInput(null, null, null, 0, null, null));

    assertThatThrownBy(() -> run.getResult(RunResult.class))
        .hasStackTraceContaining("maxParallel is 0; it takes a whole number from 1");
    assertThat(environments.asked()).isEmpty();
  }
}
