package io.tributary.workflows.refresh;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.workflows.job.Progress;

/**
 * The one run of a view group under the fixed id {@code tributary.<env>.refresh.<group>}. It never
 * reads its parent and may be started by itself.
 */
@WorkflowInterface
public interface MaterializedViewRefreshRun {
  /** Refreshes what is stale of the group, and what is asked for while it runs. */
  @WorkflowMethod
  RefreshResult run(RefreshRequest request);

  /** Says what is under way. */
  @QueryMethod(description = "What is under way: phase, and a line per view.")
  Progress progress();

  /**
   * Adds a request to this run. One that arrives during the last refresh is not lost: the run looks
   * at the catalogue again before it ends.
   *
   * @return one sentence that says when it will be served
   */
  @UpdateMethod(description = "Ask for more views of this group to be refreshed in this run.")
  String request(RefreshRequest request);

  /** Refuses a request for another group or mode, or to a run that is about to end. */
  @UpdateValidatorMethod(updateName = "request")
  void checkRequest(RefreshRequest request);

  /**
   * Adds the request of an outer run, which found this run under way, and answers it with the
   * signal {@code answer}: an outer run that is refused waits and starts a run of its own.
   */
  @SignalMethod(description = "Sent by an outer run that found this one under way.")
  void add(AddedRequest added);

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
