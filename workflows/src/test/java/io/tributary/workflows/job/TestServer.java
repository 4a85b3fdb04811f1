package io.tributary.workflows.job;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.tributary.workflows.reconciliation.ReconciliationRunImpl;
import io.tributary.workflows.reconciliation.ReconciliationWorkflowImpl;
import io.tributary.workflows.refresh.MaterializedViewRefreshRunImpl;
import io.tributary.workflows.refresh.MaterializedViewRefreshWorkflowImpl;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An in-process Temporal with skipped time, the product's workflows and a test's activities. With
 * {@code -Dtributary.temporal=host:port} it is a real server instead, and time passes.
 */
public final class TestServer implements AutoCloseable {
  public static final String ENVIRONMENT = "test";

  /** On a real server each test has a namespace of its own: {@code t0}, {@code t1} and so on. */
  private static final AtomicInteger REAL_SERVERS = new AtomicInteger();

  private final TestWorkflowEnvironment server;

  /** Starts it; the fakes serve both queues. */
  public TestServer(Object... fakes) {
    server = TestWorkflowEnvironment.newInstance(options());
    Worker worker = server.newWorker(Ids.taskQueue(ENVIRONMENT));
    worker.registerWorkflowImplementationTypes(
        MaterializedViewRefreshWorkflowImpl.class,
        MaterializedViewRefreshRunImpl.class,
        ReconciliationWorkflowImpl.class,
        ReconciliationRunImpl.class);
    worker.registerActivitiesImplementations(fakes);
    Worker submitter = server.newWorker(Ids.submitQueue(ENVIRONMENT));
    submitter.registerActivitiesImplementations(fakes);
    server.start();
  }

  private static TestEnvironmentOptions options() {
    TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
    for (String name : new String[] {"TributaryEnvironment", "TributaryJob", "TributaryStatus"}) {
      options.registerSearchAttribute(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    String namespace = "default";
    String real = System.getProperty("tributary.temporal", "");
    if (!real.isEmpty()) {
      options.setUseExternalService(true).setTarget(real).setUseTimeskipping(false);
      namespace = "t" + REAL_SERVERS.getAndIncrement();
    }
    // The identity is kept in the histories that are committed: no machine's name.
    options.setWorkflowClientOptions(
        WorkflowClientOptions.newBuilder().setIdentity("test").setNamespace(namespace).build());
    return options.build();
  }

  public WorkflowClient client() {
    return server.getWorkflowClient();
  }

  public TestWorkflowEnvironment environment() {
    return server;
  }

  /** Starts an outer run under an id, as a person would. */
  public WorkflowStub start(Job job, String id, @Nullable Object input) {
    WorkflowStub run = client().newUntypedWorkflowStub(job.workflowType(), options(id));
    run.start(input);
    return run;
  }

  /** Returns the fixed-id run of a subject. */
  public WorkflowStub fixed(Job job, String subject) {
    return client().newUntypedWorkflowStub(Ids.runId(ENVIRONMENT, job, subject));
  }

  public static WorkflowOptions options(String id) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id)
        .setTaskQueue(Ids.taskQueue(ENVIRONMENT))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
