package io.tributary.worker.temporal;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.tributary.worker.UserMistake;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection to one namespace that has been seen to work. */
public final class TemporalConnection implements AutoCloseable {
  /** How long an address may stay silent before it counts as unreachable. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TemporalTarget target;
  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  private TemporalConnection(
      TemporalTarget target, WorkflowServiceStubs service, WorkflowClient client) {
    this.target = target;
    this.service = service;
    this.client = client;
  }

  /** Opens a connection without metrics. */
  public static TemporalConnection open(TemporalTarget target, DataConverter converter) {
    return open(target, converter, new NoopScope());
  }

  /**
   * Opens a connection and checks that the server answers and knows the namespace.
   *
   * @param converter how payloads are written and read
   * @param metrics receives the SDK's metrics
   * @throws UserMistake when it does not, with what to do
   */
  public static TemporalConnection open(
      TemporalTarget target, DataConverter converter, Scope metrics) {
    WorkflowServiceStubsOptions options =
        WorkflowServiceStubsOptions.newBuilder(target.profile().toWorkflowServiceStubsOptions())
            .setMetricsScope(metrics)
            .build();
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(options);
    try {
      service.connect(PATIENCE);
      service
          .blockingStub()
          .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .describeNamespace(
              DescribeNamespaceRequest.newBuilder().setNamespace(target.namespace()).build());
    } catch (StatusRuntimeException e) {
      service.shutdownNow();
      throw refused(target, e);
    }
    WorkflowClientOptions clientOptions =
        WorkflowClientOptions.newBuilder(target.profile().toWorkflowClientOptions())
            .setDataConverter(converter)
            .build();
    return new TemporalConnection(
        target, service, WorkflowClient.newInstance(service, clientOptions));
  }

  /** Returns where it is connected to. */
  public TemporalTarget target() {
    return target;
  }

  /** Returns the client of the namespace. */
  public WorkflowClient client() {
    return client;
  }

  /** Returns the raw service, for what the client does not offer. */
  public WorkflowServiceStubs service() {
    return service;
  }

  @Override
  public void close() {
    service.shutdown();
    if (!service.awaitTermination(1, TimeUnit.SECONDS)) {
      service.shutdownNow();
    }
  }

  private static UserMistake refused(TemporalTarget target, StatusRuntimeException e) {
    Status.Code code = e.getStatus().getCode();
    String where = target.address() + " (from " + target.origin() + ")";
    if (code == Status.Code.NOT_FOUND) {
      return new UserMistake(
          "Temporal at %s has no namespace %s: create it with \"temporal operator namespace create -n %s\""
              .formatted(where, target.namespace(), target.namespace()),
          e);
    }
    if (code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED) {
      return new UserMistake(
          "Temporal at %s refuses the credentials for namespace %s: check TEMPORAL_API_KEY or TEMPORAL_TLS_CLIENT_CERT_PATH"
              .formatted(where, target.namespace()),
          e);
    }
    return new UserMistake(
        "Temporal does not answer at %s: start it, or set TEMPORAL_ADDRESS to where it listens"
            .formatted(where),
        e);
  }
}
