package io.tributary.worker.temporal;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.tributary.worker.UserMistake;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.BadStartInput;

/** Says in one sentence why a run failed. */
public final class RunFailures {
  private RunFailures() {}

  /**
   * Returns what to throw at a person for the failure of a run.
   *
   * @return a {@link UserMistake} where the input was wrong or the run was stopped from outside,
   *     the failure itself where it is one of an {@code ErrorCode}
   */
  public static RuntimeException toTell(String workflowId, RuntimeException failure) {
    if (Failures.code(failure).isPresent()) {
      return failure;
    }
    for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
      if (at instanceof CanceledFailure) {
        return new UserMistake("the run " + workflowId + " was cancelled", failure);
      }
      if (at instanceof TerminatedFailure) {
        return new UserMistake("the run " + workflowId + " was terminated", failure);
      }
      if (at instanceof ApplicationFailure found
          && found.getType().equals(BadStartInput.class.getName())) {
        return new UserMistake("the input does not fit: " + found.getOriginalMessage(), failure);
      }
    }
    return failure;
  }
}
