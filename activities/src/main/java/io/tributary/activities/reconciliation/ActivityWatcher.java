package io.tributary.activities.reconciliation;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.tributary.activities.comparison.Watcher;
import org.jspecify.annotations.Nullable;

/** Heartbeats for the activity that runs on this thread; outside of one it does nothing. */
final class ActivityWatcher implements Watcher {
  private final @Nullable ActivityExecutionContext context;
  private String step = "";

  ActivityWatcher() {
    context = context();
  }

  @Override
  public void step(String step) {
    this.step = step;
    tick();
  }

  @Override
  public void tick() {
    if (context != null) {
      context.heartbeat(step);
    }
  }

  private static @Nullable ActivityExecutionContext context() {
    try {
      return Activity.getExecutionContext();
    } catch (IllegalStateException outside) {
      return null;
    }
  }
}
