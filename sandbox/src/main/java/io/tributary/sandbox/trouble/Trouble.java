package io.tributary.sandbox.trouble;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The profile of everyday trouble. All times are the sandbox's. Without {@code --trouble} it is
 * quiet: no times, no refusals.
 */
public final class Trouble {
  private static final double THROTTLED = 0.05;
  private static final double LOST = 0.02;
  private static final Duration COLD_RESUME = Duration.ofSeconds(60);

  private final boolean enabled;
  private final AtomicBoolean awake = new AtomicBoolean();

  public Trouble(boolean enabled) {
    this.enabled = enabled;
  }

  /** How long a state such as SUBMITTED lasts at least: 1 to 3 seconds, drawn anew. */
  public Duration stateTime() {
    return enabled
        ? Duration.ofMillis(ThreadLocalRandom.current().nextLong(1000, 3001))
        : Duration.ZERO;
  }

  /**
   * How long the warehouse takes to wake for this statement: 60 seconds for the first one, which
   * waits in SUBMITTED, and nothing for later ones.
   */
  public Duration coldResume() {
    return enabled && awake.compareAndSet(false, true) ? COLD_RESUME : Duration.ZERO;
  }

  /** Draws whether this call is throttled. The adapter asks; fakes need not. */
  public boolean throttles() {
    return enabled && ThreadLocalRandom.current().nextDouble() < THROTTLED;
  }

  /** Draws whether the answer of this call is lost. The adapter asks; fakes need not. */
  public boolean losesAnswer() {
    return enabled && ThreadLocalRandom.current().nextDouble() < LOST;
  }
}
