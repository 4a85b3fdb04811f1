package io.tributary.workflows.statement;

import io.temporal.activity.ActivityInterface;

/** Waits for submitted statements. */
@ActivityInterface(namePrefix = "Statement_")
public interface StatementActivities {
  /**
   * Waits for the end of a statement by long polls, heartbeating its id; when cancelled it cancels
   * the statement. May run any number of times: it only observes.
   *
   * @return the outcome of a statement that finished
   * @throws io.temporal.failure.ApplicationFailure of the type of an {@code ErrorCode} when it
   *     failed or was aborted
   */
  StatementOutcome await(SubmittedStatement statement, StatementRequest request);

  /**
   * Cancels a statement, whether or not anybody awaits it: the run calls this when it is stopped,
   * because the cancellation of an {@code await} that no worker has picked up reaches nobody. May
   * be repeated; a statement that has ended already is not an error. Short, no heartbeat.
   *
   * @throws io.temporal.failure.ApplicationFailure of the type of an {@code ErrorCode}
   */
  void cancel(SubmittedStatement statement, StatementRequest request);
}
