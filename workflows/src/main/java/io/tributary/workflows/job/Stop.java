package io.tributary.workflows.job;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.error.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The work of a run that the update {@code abort} can stop. Aborting cancels the work as a
 * cancellation of the run would, and the run goes on to its result; a run that is cancelled by
 * Temporal has none.
 */
public final class Stop {
  private @Nullable String reason;
  private @Nullable CancellationScope work;

  /**
   * Does the work; returns when it is done or was aborted.
   *
   * @throws RuntimeException what the work threw, cancellation of the run included
   */
  public void guard(Runnable work) {
    if (reason != null) {
      return;
    }
    CancellationScope scope = Workflow.newCancellationScope(work);
    this.work = scope;
    try {
      scope.run();
    } catch (RuntimeException e) {
      if (reason == null || !Failures.cancelled(e)) {
        throw e;
      }
    } finally {
      this.work = null;
    }
  }

  /** Stops the work, and any that would begin later. A second call changes nothing. */
  public void abort(String why) {
    if (reason != null) {
      return;
    }
    reason = why;
    if (work != null) {
      work.cancel(why);
    }
  }

  /** Returns whether {@code abort} was called. */
  public boolean aborted() {
    return reason != null;
  }

  /** Returns why, or an empty text. */
  public String reason() {
    return reason == null ? "" : reason;
  }

  /**
   * Refuses a reason that says nothing.
   *
   * @throws IllegalArgumentException with what would be right
   */
  public static void check(@Nullable String reason) {
    if (reason == null || reason.isBlank() || reason.length() > 500) {
      throw new IllegalArgumentException(
          "abort takes the reason as a text of 1 to 500 characters, for instance \"wrong group\"");
    }
  }
}
