package io.tributary.workflows.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.environment.ReconciliationSlice.Table;
import io.tributary.workflows.job.FakeEnvironments;
import io.tributary.workflows.job.FakeNotifications;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.job.TestServer;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reconciliation from the outer run to the report. */
@Timeout(60)
class ReconciliationTest {
  private static final ReconciliationInput ALL = ReconciliationInput.EVERYTHING;

  private final FakeComparisons comparisons = new FakeComparisons();
  private final FakeNotifications people = new FakeNotifications();
  private final TestServer server =
      new TestServer(comparisons, people, new FakeEnvironments().with(core()));

  private static ReconciliationSlice.Group core() {
    return new ReconciliationSlice.Group(
        "core",
        List.of(new Table("a", 60), new Table("b", 60), new Table("c", 0), new Table("d", 0)),
        2,
        true);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RunResult reconcile(ReconciliationInput input) {
    return server.start(Job.RECONCILIATION, "any-id", input).getResult(RunResult.class);
  }

  private Map<String, Verdict> verdicts() {
    Map<String, Verdict> verdicts = new TreeMap<>();
    comparisons.report().tables().forEach(table -> verdicts.put(table.table(), table.verdict()));
    return verdicts;
  }

  private void awaitLooks(int looks) {
    while (comparisons.log().size() < looks) {
      Thread.onSpinWait();
    }
  }

  @Test
  void equalTablesClearTheTrouble() {
    comparisons.hold();
    WorkflowStub run = server.start(Job.RECONCILIATION, "any-id", ALL);
    awaitLooks(2);
    comparisons.release();
    RunResult result = run.getResult(RunResult.class);

    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(verdicts()).hasToString("{a=EQUAL, b=EQUAL, c=EQUAL, d=EQUAL}");
    assertThat(comparisons.mostRunning()).isEqualTo(2);
    assertThat(comparisons.mostTables()).as("the history stays small").isEqualTo(1);
    assertThat(people.told()).hasSize(1);
    assertThat(people.told().getFirst().code()).isNull();
  }

  @Test
  void looksAgainAtWhatDiffersWhenTheLagIsOver() {
    comparisons
        .finds("a", Verdict.DIFFERENT, Verdict.IN_FLIGHT)
        .finds("c", Verdict.DIFFERENT, Verdict.DIFFERENT);
    long before = server.environment().currentTimeMillis();

    RunResult result = reconcile(ALL);

    assertThat(server.environment().currentTimeMillis() - before).isGreaterThanOrEqualTo(60_000);
    assertThat(verdicts()).hasToString("{a=IN_FLIGHT, b=EQUAL, c=DIFFERENT, d=EQUAL}");
    assertThat(comparisons.log())
        .contains("look again after DIFFERENT a", "look again after DIFFERENT c");
    assertThat(result.status()).isEqualTo(Status.DIFFERENT);
    assertThat(result.runs().getFirst().summary()).contains("1 different (c)");
    assertThat(people.told().getFirst().code()).isEqualTo("TABLES_DIFFER");
  }

  @Test
  void onlyInFlightIsNeitherEqualNorDifferent() {
    comparisons.finds("a", Verdict.DIFFERENT, Verdict.IN_FLIGHT);

    assertThat(reconcile(ALL).status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(people.told().getFirst().code()).isNull();
  }

  @Test
  void anErrorNeverReadsAsEqualOrDifferent() {
    comparisons.fails("b").finds("c", Verdict.DIFFERENT, Verdict.DIFFERENT);

    RunResult result = reconcile(ALL);

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(verdicts()).hasToString("{a=EQUAL, b=ERROR, c=DIFFERENT, d=EQUAL}");
    assertThat(comparisons.report().tables().get(1).error())
        .isEqualTo("SOURCE_LOGIN_REFUSED: the source refuses tributary_reader");
    assertThat(people.told().getFirst().code()).isEqualTo("COMPARISON_FAILED");
  }

  @Test
  void aSecondStartIsToldThatOneIsRunning() {
    comparisons.hold();
    WorkflowStub first = server.start(Job.RECONCILIATION, "first", ALL);
    awaitLooks(2);

    RunResult second = server.start(Job.RECONCILIATION, "second", ALL).getResult(RunResult.class);
    comparisons.release();

    assertThat(second.status()).isEqualTo(Status.ALREADY_RUNNING);
    assertThat(second.runs().getFirst().workflowId())
        .isEqualTo(Ids.runId(TestServer.ENVIRONMENT, Job.RECONCILIATION, "core"));
    assertThat(first.getResult(RunResult.class).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(comparisons.log()).hasSize(4);
  }

  @Test
  void planListsWhatWouldBeCompared() {
    reconcile(new ReconciliationInput(null, null, null, null, Mode.PLAN, null));

    assertThat(verdicts()).hasToString("{a=PLANNED, b=PLANNED, c=PLANNED, d=PLANNED}");
    assertThat(comparisons.log()).isEmpty();
    assertThat(people.told()).isEmpty();
  }

  @Test
  void abortReturnsWhatIsKnown() {
    comparisons.hold();
    WorkflowStub outer = server.start(Job.RECONCILIATION, "outer", ALL);
    awaitLooks(2);

    outer.update("abort", String.class, "wrong hour");
    RunResult result = outer.getResult(RunResult.class);

    assertThat(result.status()).isEqualTo(Status.ABORTED);
    assertThat(verdicts()).hasToString("{a=CANCELLED, b=CANCELLED, c=CANCELLED, d=CANCELLED}");
    assertThat(comparisons.log()).as("nothing new began").hasSize(2);
  }

  @Test
  void cancelHasNoResultAndKeepsTheReport() {
    comparisons.hold();
    WorkflowStub outer = server.start(Job.RECONCILIATION, "outer", ALL);
    awaitLooks(2);

    outer.cancel();

    assertThatThrownBy(() -> outer.getResult(RunResult.class))
        .hasCauseInstanceOf(CanceledFailure.class);
    assertThat(verdicts()).containsEntry("a", Verdict.CANCELLED).hasSize(4);
    assertThat(comparisons.report().status()).isEqualTo(Status.ABORTED);
  }
}
