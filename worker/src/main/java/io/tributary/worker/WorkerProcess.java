package io.tributary.worker;

import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.worker.WorkerFactory;
import io.tributary.activities.environment.EnvironmentStore;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.EvidenceStores;
import io.tributary.activities.infrastructure.AwsClients;
import io.tributary.activities.payload.Payloads;
import io.tributary.activities.state.Migrations;
import io.tributary.activities.statement.DataApi;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.worker.metrics.Health;
import io.tributary.worker.metrics.HealthServer;
import io.tributary.worker.metrics.Metrics;
import io.tributary.worker.temporal.SearchAttributes;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker of one environment: everything is made and joined in {@link #start}. */
public final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

  private final Resources resources;
  private final HealthServer http;
  private final AtomicReference<Health.State> state;

  private WorkerProcess(
      Resources resources, HealthServer http, AtomicReference<Health.State> state) {
    this.resources = resources;
    this.http = http;
    this.state = state;
  }

  /**
   * Starts to work: checks who it is and what it is connected to, brings its own schema up to date,
   * publishes its specification and polls.
   *
   * @throws UserMistake when a prerequisite is missing; nothing was changed
   */
  public static WorkerProcess start(WorkerSettings settings) throws IOException {
    EnvironmentSpec spec = settings.spec();
    Resources resources = new Resources();
    try {
      AtomicReference<Health.State> state = new AtomicReference<>(Health.State.STARTING);
      Metrics metrics = resources.add(new Metrics(spec.name()));
      TemporalConnection temporal =
          resources.add(
              TemporalConnection.open(settings.temporal(), Payloads.converter(), metrics.scope()));
      HealthServer http =
          resources.add(
              HealthServer.start(
                  settings.httpPort(), () -> health(state, temporal, spec), metrics::scrape));
      SearchAttributes.require(temporal);
      AwsClients aws =
          resources.add(new AwsClients(spec.account().region(), spec.account().profile()));
      Identity.require(aws.sts(), spec.account());

      EvidenceStore evidence = EvidenceStores.open(settings.evidence(), aws::s3);
      EnvironmentStore environments = new EnvironmentStore(evidence);
      DataApi dataApi =
          new DataApi(aws.redshiftData(), StatementPolicy.standard(), InstantSource.system());
      WarehouseStatements statements = new DataApiStatements(dataApi);
      new Migrations(statements).migrate(spec.warehouse().reference());
      String digest = environments.publish(spec);

      WorkerFactory factory = Registration.factory(temporal.client(), metrics.errors());
      Registration.register(
          factory, spec, new Registration.Parts(aws, dataApi, statements, evidence, environments));
      resources.add(() -> drain(factory, settings, state));
      factory.start();
      state.set(Health.State.SERVING);
      LOG.info("serving environment {} with specification {}", spec.name(), digest);
      return new WorkerProcess(resources, http, state);
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** Returns the address of {@code /health}. */
  public String healthAddress() {
    return http.healthAddress();
  }

  /** Returns the address of {@code /metrics}. */
  public String metricsAddress() {
    return http.metricsAddress();
  }

  /**
   * Drains: takes nothing new and lets what is under way finish within the time of the settings.
   */
  @Override
  public void close() {
    state.set(Health.State.DRAINING);
    resources.close();
  }

  private static void drain(
      WorkerFactory factory, WorkerSettings settings, AtomicReference<Health.State> state) {
    state.set(Health.State.DRAINING);
    LOG.info("draining for at most {} s", settings.drain().toSeconds());
    factory.shutdown();
    factory.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
    if (!factory.isTerminated()) {
      LOG.info("the time to drain is over; Temporal gives what is left to another worker");
      factory.shutdownNow();
      factory.awaitTermination(1, TimeUnit.SECONDS);
    }
  }

  private static Health health(
      AtomicReference<Health.State> state, TemporalConnection temporal, EnvironmentSpec spec) {
    Health.State now = Objects.requireNonNull(state.get());
    if (now == Health.State.SERVING && !answers(temporal)) {
      now = Health.State.UNREACHABLE;
    }
    return new Health(now, spec.name());
  }

  private static boolean answers(TemporalConnection temporal) {
    try {
      var unused =
          temporal
              .service()
              .blockingStub()
              .withDeadlineAfter(2, TimeUnit.SECONDS)
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder()
                      .setNamespace(temporal.target().namespace())
                      .build());
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
