package io.tributary.workflows.refresh;

import io.temporal.client.WorkflowStub;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.job.FakeEnvironments;
import io.tributary.workflows.job.FakeNotifications;
import io.tributary.workflows.job.Histories;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records histories when a release is made; its name keeps it out of the build. */
@Timeout(60)
class RecordRefreshHistories {
  private static final String FIXED = Ids.runId(TestServer.ENVIRONMENT, Job.REFRESH, "marts");

  private final FakeWarehouse warehouse = new FakeWarehouse();

  private TestServer server() {
    return new TestServer(
        warehouse,
        new FakeNotifications(),
        new FakeEnvironments().with(RefreshGraphTest.Marts.GROUP));
  }

  private void awaitLog(String line) {
    while (!warehouse.log().contains(line)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aGraphWithEverything() throws IOException {
    warehouse
        .view("m.a", true)
        .view("m.b", false, "m.a")
        .view("m.c", false, "m.a")
        .view("m.d", false, "m.b", "m.c")
        .view("m.e", true)
        .view("m.f", true, "m.e")
        .unrefreshable("m.g", "a column it reads was dropped")
        .fails("m.b", ErrorCode.SERIALIZATION_CONFLICT)
        .fails("m.e", ErrorCode.STATEMENT_FAILED);
    try (TestServer server = server()) {
      server
          .start(Job.REFRESH, "outer", new RefreshInput(null, null, null, 2, null, null))
          .getResult(RunResult.class);
      Histories histories = new Histories(server);
      histories.write("outer", "graph");
      histories.write(FIXED, "graph");
    }
  }

  @Test
  void aPlan() throws IOException {
    warehouse.view("m.a", true).view("m.b", false, "m.a");
    try (TestServer server = server()) {
      server
          .start(Job.REFRESH, "outer", new RefreshInput(null, null, null, null, Mode.PLAN, null))
          .getResult(RunResult.class);
      new Histories(server).write(FIXED, "plan");
    }
  }

  @Test
  void aRequestThatIsAdded() throws IOException {
    warehouse.view("m.a", true).hold("m.a");
    try (TestServer server = server()) {
      WorkflowStub first = server.start(Job.REFRESH, "first", RefreshInput.EVERYTHING);
      awaitLog("submit m.a");
      server
          .start(Job.REFRESH, "second", new RefreshInput(null, null, true, null, null, null))
          .getResult(RunResult.class);
      warehouse.release("m.a");
      first.getResult(RunResult.class);
      Histories histories = new Histories(server);
      histories.write("second", "added");
      histories.write(FIXED, "added");
    }
  }

  @Test
  void anAbort() throws IOException {
    warehouse.view("m.a", true).view("m.b", true, "m.a").hold("m.a");
    try (TestServer server = server()) {
      WorkflowStub outer = server.start(Job.REFRESH, "outer", RefreshInput.EVERYTHING);
      awaitLog("submit m.a");
      outer.update("abort", String.class, "recorded");
      outer.getResult(RunResult.class);
      Histories histories = new Histories(server);
      histories.write("outer", "abort");
      histories.write(FIXED, "abort");
    }
  }
}
