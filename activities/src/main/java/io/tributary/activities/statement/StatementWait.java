package io.tributary.activities.statement;

import io.temporal.client.ActivityCanceledException;
import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Retry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;

/**
 * Waits for the end of a statement. The poll is held by the service for up to 30 s on a thread of
 * its own, while the caller's thread heartbeats, so that a cancellation is heard within a heartbeat
 * and not after the poll.
 */
final class StatementWait {
  private static final Logger LOG = LoggerFactory.getLogger(StatementWait.class);

  private final DataApi api;
  private final PollRhythm rhythm;

  StatementWait(DataApi api, PollRhythm rhythm) {
    this.api = api;
    this.rhythm = rhythm;
  }

  /**
   * Waits until the statement has ended, well or not. When the activity is cancelled, so is the
   * statement. When the worker stops or the activity is taken from it, the statement goes on, for
   * whoever awaits it next.
   *
   * @throws InterruptedException when the caller is interrupted; the statement goes on
   */
  DescribeStatementResponse untilEnded(String id, Pulse pulse) throws InterruptedException {
    PollRhythm.Of polls = rhythm.begin();
    int failures = 0;
    pulse.beat(id);
    while (true) {
      try {
        DescribeStatementResponse seen = poll(id, polls.nextWait(), pulse);
        if (ended(seen)) {
          return seen;
        }
        failures = 0;
        rest(polls.answered(), id, pulse);
      } catch (ActivityCanceledException cancelled) {
        cancel(id);
        throw cancelled;
      } catch (ApplicationFailure failure) {
        failures++;
        if (polls.refused(failure)) {
          continue;
        }
        if (!passing(failure) || failures >= api.policy().attempts()) {
          throw failure;
        }
        rest(api.policy().backoff().toNanos() << Math.min(failures - 1, 6), id, pulse);
      }
    }
  }

  /** Asks on another thread and heartbeats on this one, because the call blocks. */
  private DescribeStatementResponse poll(String id, @Nullable Integer waitSeconds, Pulse pulse)
      throws InterruptedException {
    FutureTask<DescribeStatementResponse> call =
        new FutureTask<>(() -> api.describe(id, waitSeconds));
    Thread thread = Thread.ofVirtual().name("poll-" + id).start(call);
    try {
      while (true) {
        try {
          return call.get(api.policy().heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException still) {
          pulse.beat(id);
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ApplicationFailure failure) {
        throw failure;
      }
      throw Failures.of(ErrorCode.INTERNAL, "DescribeStatement broke: " + e.getCause());
    } finally {
      // Closes the connection of a poll that nobody waits for any more.
      thread.interrupt();
    }
  }

  /** Rests between polls without missing a heartbeat. */
  private void rest(long nanos, String id, Pulse pulse) throws InterruptedException {
    long beat = api.policy().heartbeat().toNanos();
    for (long left = nanos; left > 0; left -= beat) {
      api.pause().sleep(Duration.ofNanos(Math.min(left, beat)));
      pulse.beat(id);
    }
  }

  /** Cancels; when that fails the statement goes on, which the log says and a person can end. */
  void cancel(String id) {
    for (int attempt = 1; attempt <= 3; attempt++) {
      try {
        api.cancel(id);
        return;
      } catch (ApplicationFailure failure) {
        LOG.warn("statement {} is not cancelled: {}", id, Failures.sentence(failure));
        api.pause().of(api.policy().backoff());
      }
    }
  }

  private static boolean ended(DescribeStatementResponse seen) {
    return switch (seen.status()) {
      case FINISHED, FAILED, ABORTED -> true;
      // A status of a later version of the service is not an end that we know.
      case SUBMITTED, PICKED, STARTED, ALL, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }

  /** Asking again is harmless, also after a lost answer; only what is forgotten stays so. */
  private static boolean passing(ApplicationFailure failure) {
    ErrorCode code = Failures.code(failure).orElse(ErrorCode.INTERNAL);
    return code.retry() != Retry.NEVER && code != ErrorCode.STATEMENT_EXPIRED;
  }
}
