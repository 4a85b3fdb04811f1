package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When to ask for a statement's state. A service that holds the call ({@code WaitTimeSeconds})
 * costs two calls a minute and tells the end at once. One that refuses or ignores that is asked
 * with a growing pause; that gives up the promptness for long statements only, and is said once.
 */
final class PollRhythm {
  private static final Logger LOG = LoggerFactory.getLogger(PollRhythm.class);

  /** An answer faster than this was not held by the service. */
  private static final Duration HELD = Duration.ofMillis(700);

  /** Answers that were not held, in a row, after which the service is taken to ignore the wait. */
  private static final int IGNORED = 4;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /**
   * Between two polls that were held. Twenty polls of 30 s are exactly ten minutes: without a
   * breath a ten-minute statement that started a few milliseconds late would need one more.
   */
  private static final Duration BREATH = Duration.ofMillis(50);

  private final int waitSeconds;
  private final LongSupplier nanos;
  private final AtomicBoolean unsupported = new AtomicBoolean();

  PollRhythm(StatementPolicy policy, LongSupplier nanos) {
    this.waitSeconds = (int) policy.longPoll().toSeconds();
    this.nanos = nanos;
  }

  /** Begins the wait for one statement. */
  Of begin() {
    return new Of();
  }

  private void giveUp(String why) {
    if (unsupported.compareAndSet(false, true)) {
      LOG.warn(
          "The Data API {} WaitTimeSeconds: statements are polled with a growing pause instead, so"
              + " the end of a long one is seen up to {} s late",
          why,
          LONGEST_PAUSE.toSeconds());
    }
  }

  /** The wait for one statement. */
  final class Of {
    private Duration pause = FIRST_PAUSE;
    private boolean crowded;
    private int ignored;
    private long asked;

    /** Returns how long the service shall hold the next call, null for not at all. */
    @Nullable Integer nextWait() {
      asked = nanos.getAsLong();
      return crowded || unsupported.get() ? null : waitSeconds;
    }

    /** Takes note of an answer that the statement still runs; returns the nanoseconds to rest. */
    long answered() {
      boolean plain = crowded || unsupported.get();
      if (!plain && nanos.getAsLong() - asked >= HELD.toNanos()) {
        ignored = 0;
        pause = FIRST_PAUSE;
        return BREATH.toNanos();
      }
      if (!plain && ++ignored >= IGNORED) {
        giveUp("ignores");
      }
      long rest = pause.toNanos();
      pause = Duration.ofNanos(Math.min(rest * 3 / 2, LONGEST_PAUSE.toNanos()));
      return rest;
    }

    /** Tells whether a failure only means that the service does not hold the call. */
    boolean refused(ApplicationFailure failure) {
      if (crowded || unsupported.get()) {
        return false;
      }
      ErrorCode code = Failures.code(failure).orElse(ErrorCode.INTERNAL);
      if (code == ErrorCode.TOO_MANY_STATEMENTS) {
        // ActiveWaitingRequestsExceededException: others hold calls for this statement.
        crowded = true;
        return true;
      }
      if (code == ErrorCode.AWS_REFUSED && failure.getOriginalMessage().contains("WaitTime")) {
        giveUp("refuses");
        return true;
      }
      return false;
    }
  }
}
