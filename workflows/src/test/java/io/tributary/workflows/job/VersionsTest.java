package io.tributary.workflows.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A change behind a version: new runs take it, runs that passed the place do not, both replay. */
@Timeout(60)
class VersionsTest {
  /** A workflow that changes between releases. */
  @WorkflowInterface
  public interface Changing {
    @WorkflowMethod(name = "Changing")
    String run();
  }

  /** As released. */
  public static final class Released implements Changing {
    @Override
    public String run() {
      Workflow.sleep(Duration.ofMinutes(1));
      return "as released";
    }
  }

  /** With one timer more, behind a version. */
  public static final class Changed implements Changing {
    @Override
    public String run() {
      boolean changed = Versions.has("wait-twice");
      if (changed) {
        Workflow.sleep(Duration.ofMinutes(1));
      }
      Workflow.sleep(Duration.ofMinutes(1));
      return changed ? "changed" : "as released";
    }
  }

  private static String result(Class<?> implementation, Class<?> replayedBy) throws Exception {
    try (TestWorkflowEnvironment server = TestWorkflowEnvironment.newInstance()) {
      Worker worker = server.newWorker(Ids.taskQueue(TestServer.ENVIRONMENT));
      worker.registerWorkflowImplementationTypes(implementation);
      server.start();
      WorkflowStub run =
          server.getWorkflowClient().newUntypedWorkflowStub("Changing", TestServer.options("r"));
      run.start();
      String result = run.getResult(String.class);
      WorkflowExecutionHistory history = server.getWorkflowClient().fetchHistory("r");
      WorkflowReplayer.replayWorkflowExecution(history, replayedBy);
      return result;
    }
  }

  @Test
  void aNewRunTakesTheChange() throws Exception {
    assertThat(result(Changed.class, Changed.class)).isEqualTo("changed");
  }

  @Test
  void aRunOfTheReleaseReplaysWithoutIt() throws Exception {
    assertThat(result(Released.class, Changed.class)).isEqualTo("as released");
  }
}
