package io.tributary.workflows.statement;

import io.temporal.activity.ActivityInterface;

/**
 * Submits statements. It lives on a queue of its own, whose rate the server limits over all
 * workers, because the Data API's quota is one per account and region.
 */
@ActivityInterface(namePrefix = "Statement_")
public interface StatementSubmitActivities {
  /**
   * Hands a statement to the Data API, once however often this runs.
   *
   * <p>Repeat key: {@code ClientToken} and {@code StatementName} are derived from the request's key
   * and SQL; a retry first looks the statement up by name. Short, no heartbeat.
   *
   * @throws io.temporal.failure.ApplicationFailure of the type of an {@code ErrorCode}
   */
  SubmittedStatement submit(StatementRequest request);
}
