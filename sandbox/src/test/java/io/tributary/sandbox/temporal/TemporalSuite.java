package io.tributary.sandbox.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.sandbox.junit.SandboxHandle;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every Temporal server of the sandbox must do. */
@Timeout(90)
abstract class TemporalSuite {
  static final String NAMESPACE = "suite";
  static final String ATTRIBUTE = "SuiteAttribute";

  private static final SearchAttributeKey<String> KEY = SearchAttributeKey.forKeyword(ATTRIBUTE);

  private final String queue = UUID.randomUUID().toString();
  private WorkflowServiceStubs stubs;
  private WorkflowClient client;

  abstract SandboxHandle sandbox();

  @WorkflowInterface
  public interface Waiting {
    @WorkflowMethod
    String await();

    @SignalMethod
    void tell(String word);
  }

  public static final class WaitingImpl implements Waiting {
    private String told = "";

    @Override
    public String await() {
      Workflow.await(() -> !told.isEmpty());
      return told;
    }

    @Override
    public void tell(String word) {
      told = word;
    }
  }

  @BeforeEach
  void connect() {
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(sandbox().temporalAddress().orElseThrow())
                .build());
    client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setNamespace(NAMESPACE).build());
  }

  @AfterEach
  void disconnect() {
    stubs.shutdownNow();
  }

  @Test
  void runsAWorkflowWithTheRegisteredSearchAttribute() throws Exception {
    var worker = startWorker();
    var run = startWorkflow();

    run.signal("tell", "done");

    assertThat(run.getResult(30, TimeUnit.SECONDS, String.class)).isEqualTo("done");
    assertThat(run.describe().getTypedSearchAttributes().get(KEY)).isEqualTo("a value");
    worker.shutdownNow();
  }

  @Test
  void anotherWorkerTakesOverFromALostOne() throws Exception {
    var lost = startWorker();
    var run = startWorkflow();
    run.signal("tell", "");
    awaitTwoTasks(run);
    lost.shutdownNow();
    lost.awaitTermination(10, TimeUnit.SECONDS);

    var next = startWorker();
    run.signal("tell", "taken over");

    assertThat(run.getResult(45, TimeUnit.SECONDS, String.class)).isEqualTo("taken over");
    next.shutdownNow();
  }

  private WorkerFactory startWorker() {
    var factory = WorkerFactory.newInstance(client);
    factory.newWorker(queue).registerWorkflowImplementationTypes(WaitingImpl.class);
    factory.start();
    return factory;
  }

  private WorkflowStub startWorkflow() {
    var run =
        client.newUntypedWorkflowStub(
            "Waiting",
            WorkflowOptions.newBuilder()
                .setTaskQueue(queue)
                .setTypedSearchAttributes(SearchAttributes.newBuilder().set(KEY, "a value").build())
                .setWorkflowExecutionTimeout(Duration.ofMinutes(5))
                .build());
    run.start();
    return run;
  }

  /** After two tasks the worker has told the server about its sticky queue. */
  private void awaitTwoTasks(WorkflowStub run) {
    while (client.fetchHistory(run.getExecution().getWorkflowId()).getEvents().stream()
            .filter(event -> event.hasWorkflowTaskCompletedEventAttributes())
            .count()
        < 2) {
      Thread.onSpinWait();
    }
  }
}
