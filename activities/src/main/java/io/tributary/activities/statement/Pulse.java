package io.tributary.activities.statement;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.Optional;

/** Tells Temporal that a statement is still waited for, and hears from it when to stop. */
interface Pulse {
  /**
   * Heartbeats.
   *
   * @param statementId what a person sees in the details of the pending activity
   * @throws ActivityCompletionException when the activity is cancelled, timed out or to be handed
   *     over
   */
  void beat(String statementId);

  /** Returns the pulse of the activity that runs on this thread, or one that does nothing. */
  static Pulse here() {
    return activity()
        .<Pulse>map(context -> context::heartbeat)
        .orElse(
            statementId -> {
              // The command line: nobody waits for a heartbeat.
            });
  }

  /** Returns the activity that runs on this thread, if one does. */
  static Optional<ActivityExecutionContext> activity() {
    try {
      return Optional.of(Activity.getExecutionContext());
    } catch (IllegalStateException outside) {
      return Optional.empty();
    }
  }
}
