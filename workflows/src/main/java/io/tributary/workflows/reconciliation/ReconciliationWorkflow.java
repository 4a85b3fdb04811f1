package io.tributary.workflows.reconciliation;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * Compares tables of the sources with their copies in the warehouse: what a person or a schedule
 * starts, under any id. It starts one {@link ReconciliationRun} per table group, whose fixed id is
 * the lock.
 */
@WorkflowInterface
public interface ReconciliationWorkflow {
  /** Runs it; a null input means everything of the worker's own environment. */
  @WorkflowMethod
  RunResult reconcile(@Nullable ReconciliationInput input);

  /** Says what is under way. */
  @QueryMethod(description = "What is under way: phase, and a line per table.")
  Progress progress();

  /**
   * Stops the run and lets it return a result.
   *
   * @param reason why, for the report
   * @return one sentence that says what was stopped
   */
  @UpdateMethod(description = "Stop: cancel the statements, keep what is done, return a result.")
  String abort(String reason);

  /** Refuses an empty reason. */
  @UpdateValidatorMethod(updateName = "abort")
  void checkAbort(String reason);
}
