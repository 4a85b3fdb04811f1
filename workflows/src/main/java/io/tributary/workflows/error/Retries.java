package io.tributary.workflows.error;

import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How activities are retried. Whether a failure is retried at all is decided where it is made: a
 * code whose {@link Retry} is {@code NEVER} travels as non-retryable ({@link Failures#of}). Added
 * here are only defects, which no retry mends, and what the caller decides by itself.
 *
 * <p>The list is short on purpose: it is written into the history with every activity.
 */
public final class Retries {
  private static final List<String> DEFECTS =
      List.of(
          NullPointerException.class.getName(),
          IllegalArgumentException.class.getName(),
          ClassCastException.class.getName(),
          ArithmeticException.class.getName());

  private Retries() {}

  /**
   * Returns the options: from 0.2 s doubling to 20 s, until the activity's own time is over.
   *
   * @param decidedByCaller codes that end the activity although they are safe to retry
   */
  public static RetryOptions options(ErrorCode... decidedByCaller) {
    List<String> stop = new ArrayList<>(DEFECTS);
    for (ErrorCode code : decidedByCaller) {
      stop.add(code.name());
    }
    return RetryOptions.newBuilder()
        .setInitialInterval(Duration.ofMillis(200))
        .setBackoffCoefficient(2)
        .setMaximumInterval(Duration.ofSeconds(20))
        .setDoNotRetry(stop.toArray(new String[0]))
        .build();
  }
}
