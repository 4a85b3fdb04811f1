package io.tributary.workflows.job;

import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * The one run of a subject, seen from an outer run. Its workflow id is fixed, so the server itself
 * makes sure that there is one at a time.
 *
 * @param <R> the run's result
 */
public final class FixedRun<R> {
  /** The signal by which an outer run passes its {@code abort} on. */
  public static final String STOP = "stop";

  private final Job job;
  private final String id;
  private final String subject;
  private final Class<R> resultType;
  private @Nullable ChildWorkflowStub child;
  private @Nullable Promise<R> result;

  /** Names the run; starts nothing. */
  public FixedRun(Job job, String environment, String subject, Class<R> resultType) {
    this.job = job;
    this.id = Ids.runId(environment, job, subject);
    this.subject = subject;
    this.resultType = resultType;
  }

  /** Returns the fixed workflow id. */
  public String id() {
    return id;
  }

  /** Returns the subject of the lock. */
  public String subject() {
    return subject;
  }

  /**
   * Starts it, unless one with this id is running already.
   *
   * @return whether this call started it
   */
  public boolean start(Object request) {
    ChildWorkflowStub stub = Workflow.newUntypedChildWorkflowStub(job.runType(), options());
    Promise<R> promise = stub.executeAsync(resultType, request);
    try {
      stub.getExecution().get();
    } catch (ChildWorkflowFailure e) {
      if (e.getCause() instanceof WorkflowExecutionAlreadyStarted) {
        return false;
      }
      throw e;
    }
    child = stub;
    result = promise;
    return true;
  }

  /** Waits for the result of the run that {@link #start} started. */
  public R result() {
    if (result == null) {
      throw new IllegalStateException(id + " was not started here");
    }
    return result.get();
  }

  /** Asks the run to stop, if it was started here and has not ended. */
  public void stop(String reason) {
    if (child == null || result == null || result.isCompleted()) {
      return;
    }
    try {
      child.signal(STOP, reason);
    } catch (SignalExternalWorkflowException e) {
      Workflow.getLogger(FixedRun.class).info("{} ended before it could be stopped", id);
    }
  }

  private ChildWorkflowOptions options() {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(id)
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setStaticSummary(job.noun() + " of " + subject)
        .build();
  }
}
