package io.tributary.workflows.refresh;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes materialized views: what a person or a schedule starts, under any id. It starts one
 * {@link MaterializedViewRefreshRun} per view group, whose fixed id is the lock.
 */
@WorkflowInterface
public interface MaterializedViewRefreshWorkflow {
  /** Runs it; a null input means everything of the worker's own environment. */
  @WorkflowMethod
  RunResult refresh(@Nullable RefreshInput input);

  /** Says what is under way. */
  @QueryMethod(description = "What is under way: phase, and a line per view.")
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

  /**
   * Says whether the run under way took this run's request; sent by that run.
   *
   * @param runId the fixed id of the run that answers
   * @param taken false when it is about to end and this run must start one of its own
   */
  @SignalMethod(description = "Sent by the run under way: whether it took the request.")
  void answer(String runId, boolean taken);
}
