package io.tributary.workflows.reconciliation;

import io.temporal.client.WorkflowStub;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.environment.ReconciliationSlice.Table;
import io.tributary.workflows.job.FakeEnvironments;
import io.tributary.workflows.job.FakeNotifications;
import io.tributary.workflows.job.Histories;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.TestServer;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records histories when a release is made; its name keeps it out of the build. */
@Timeout(60)
class RecordReconciliationHistories {
  private static final String FIXED = Ids.runId(TestServer.ENVIRONMENT, Job.RECONCILIATION, "core");
  private static final ReconciliationInput ALL = ReconciliationInput.EVERYTHING;

  private final FakeComparisons comparisons = new FakeComparisons();

  private TestServer server() {
    ReconciliationSlice.Group core =
        new ReconciliationSlice.Group(
            "core", List.of(new Table("a", 60), new Table("b", 60), new Table("c", 0)), 2, true);
    return new TestServer(comparisons, new FakeNotifications(), new FakeEnvironments().with(core));
  }

  private void awaitLooks(int looks) {
    while (comparisons.log().size() < looks) {
      Thread.onSpinWait();
    }
  }

  @Test
  void differencesAndAnError() throws IOException {
    comparisons
        .finds("a", Verdict.DIFFERENT, Verdict.IN_FLIGHT)
        .finds("b", Verdict.DIFFERENT, Verdict.DIFFERENT)
        .fails("c");
    try (TestServer server = server()) {
      server.start(Job.RECONCILIATION, "outer", ALL).getResult(RunResult.class);
      Histories histories = new Histories(server);
      histories.write("outer", "differences");
      histories.write(FIXED, "differences");
    }
  }

  @Test
  void alreadyRunningAndAborted() throws IOException {
    comparisons.hold();
    try (TestServer server = server()) {
      WorkflowStub first = server.start(Job.RECONCILIATION, "first", ALL);
      awaitLooks(2);
      server.start(Job.RECONCILIATION, "second", ALL).getResult(RunResult.class);
      first.update("abort", String.class, "recorded");
      first.getResult(RunResult.class);
      Histories histories = new Histories(server);
      histories.write("second", "already-running");
      histories.write("first", "abort");
      histories.write(FIXED, "abort");
    }
  }
}
