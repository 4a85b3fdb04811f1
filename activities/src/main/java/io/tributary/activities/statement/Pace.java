package io.tributary.activities.statement;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps calls below a rate, by making callers wait. Up to one second's worth may come at once, so
 * that a single statement never waits for its turn.
 */
final class Pace {
  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final LongSupplier nanos;
  private final Pause pause;
  private long nextFree;

  Pace(double perSecond, LongSupplier nanos, Pause pause) {
    this.interval = (long) (SECOND / perSecond);
    this.nanos = nanos;
    this.pause = pause;
    this.nextFree = nanos.getAsLong() - SECOND;
  }

  /** Returns when the next call may be made. */
  void take() {
    long wait = reserve();
    if (wait > 0) {
      pause.of(Duration.ofNanos(wait));
    }
  }

  private synchronized long reserve() {
    long now = nanos.getAsLong();
    nextFree = Math.max(nextFree, now - SECOND) + interval;
    return nextFree - now;
  }
}
