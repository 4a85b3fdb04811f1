package io.tributary.workflows.reconciliation;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.workflows.job.Progress;

/**
 * The one run of a table group under the fixed id {@code tributary.<env>.reconciliation.<group>}.
 * It never reads its parent and may be started by itself.
 */
@WorkflowInterface
public interface ReconciliationRun {
  /** Compares the tables of the request. */
  @WorkflowMethod
  ReconciliationResult run(ReconciliationRequest request);

  /** Says what is under way. */
  @QueryMethod(description = "What is under way: phase, and a line per table.")
  Progress progress();

  /**
   * Stops the run and lets it return a result.
   *
   * @param reason why, for the report
   */
  @UpdateMethod(description = "Stop: cancel the statements, keep what is done, return a result.")
  String abort(String reason);

  /** Refuses an empty reason. */
  @UpdateValidatorMethod(updateName = "abort")
  void checkAbort(String reason);

  /** Does what {@code abort} does; sent by the outer run that started this one. */
  @SignalMethod(description = "Sent by the outer run when it is aborted.")
  void stop(String reason);
}
