package io.tributary.worker;

import io.temporal.client.WorkflowClient;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.tributary.activities.catalogue.CatalogueQuestions;
import io.tributary.activities.environment.EnvironmentSlices;
import io.tributary.activities.environment.EnvironmentStore;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.infrastructure.AwsClients;
import io.tributary.activities.notification.Notifications;
import io.tributary.activities.payload.Payloads;
import io.tributary.activities.payload.SmallResults;
import io.tributary.activities.reconciliation.TableReconciliation;
import io.tributary.activities.refresh.RefreshEffects;
import io.tributary.activities.refresh.RefreshReport;
import io.tributary.activities.source.JdbcSources;
import io.tributary.activities.source.ReadPolicy;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.statement.DataApi;
import io.tributary.activities.statement.StatementAwaiter;
import io.tributary.activities.statement.StatementSubmitter;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.reconciliation.ReconciliationRunImpl;
import io.tributary.workflows.reconciliation.ReconciliationWorkflowImpl;
import io.tributary.workflows.refresh.MaterializedViewRefreshRunImpl;
import io.tributary.workflows.refresh.MaterializedViewRefreshWorkflowImpl;
import java.time.Duration;
import java.time.InstantSource;

/** Which workflows and activities a worker serves, on which queues. A job is a few lines here. */
final class Registration {
  /** A run kept in memory answers at once; more of them cost heap. */
  private static final int CACHED_RUNS = 60;

  private Registration() {}

  /** What the activities are made of. */
  record Parts(
      AwsClients aws,
      DataApi dataApi,
      WarehouseStatements statements,
      EvidenceStore evidence,
      EnvironmentStore environments) {}

  static WorkerFactory factory(WorkflowClient client, WorkerInterceptor errors) {
    return WorkerFactory.newInstance(
        client,
        WorkerFactoryOptions.newBuilder()
            .setUsingVirtualWorkflowThreads(true)
            .setWorkflowCacheSize(CACHED_RUNS)
            .setWorkerInterceptors(errors, new SmallResults())
            .build());
  }

  /** Registers everything on the queues of an environment. */
  static void register(WorkerFactory factory, EnvironmentSpec spec, Parts parts) {
    Worker work = factory.newWorker(Ids.taskQueue(spec.name()), ordinary());
    work.registerWorkflowImplementationTypes(
        Payloads.workflowOptions(),
        MaterializedViewRefreshWorkflowImpl.class,
        MaterializedViewRefreshRunImpl.class,
        ReconciliationWorkflowImpl.class,
        ReconciliationRunImpl.class);
    work.registerActivitiesImplementations(
        new EnvironmentSlices(parts.environments(), parts.aws().sts(), spec.name()),
        new StatementAwaiter(parts.dataApi()),
        new CatalogueQuestions(parts.statements()),
        new RefreshEffects(
            parts.dataApi(), new RefreshReport(parts.evidence()), InstantSource.system()),
        new TableReconciliation(
            parts.environments(),
            new JdbcSources(new SourceSecrets(parts.aws().secretsManager()), ReadPolicy.usual()),
            parts.statements(),
            parts.evidence(),
            InstantSource.system()),
        new Notifications(
            spec.warehouse()::reference,
            parts.statements(),
            parts.evidence(),
            InstantSource.system()));

    Worker submits =
        factory.newWorker(
            Ids.submitQueue(spec.name()),
            WorkerOptions.newBuilder(ordinary())
                .setMaxTaskQueueActivitiesPerSecond(spec.warehouse().dataApi().submitsPerSecond())
                .build());
    submits.registerActivitiesImplementations(new StatementSubmitter(parts.dataApi()));
  }

  private static WorkerOptions ordinary() {
    return WorkerOptions.newBuilder()
        .setUsingVirtualThreads(true)
        .setMaxConcurrentActivityExecutionSize(200)
        .setMaxConcurrentWorkflowTaskExecutionSize(50)
        // A cancellation comes with the answer to a heartbeat; by default the SDK sends one every 8
        // s.
        .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(2))
        .build();
  }
}
