package io.tributary.workflows.job;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.tributary.workflows.error.Retries;
import java.time.Duration;

/**
 * How activities are called. What is short is abandoned when its run is stopped: it ends by itself,
 * and the in-process server loses a run that asks for the cancellation of an activity which no
 * worker has picked up yet.
 *
 * <p>The time limits of activities: short enough that the work of a killed worker is taken up by
 * another within seconds, long enough that an outage of minutes is waited out. After {@link
 * #PATIENCE} a recurring job fails, tells people and leaves the rest to its next run.
 */
public final class Calls {
  /** A short activity that has not answered by then is given to another worker. */
  public static final Duration SHORT = Duration.ofSeconds(30);

  /** A long activity that has not heartbeaten for so long is given to another worker. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** The longest that one attempt at something long may take: the warehouse's own limit. */
  public static final Duration LONG = Duration.ofHours(24);

  /**
   * How long something short is tried again and again. Far below the eight hours for which the Data
   * API knows a client token.
   */
  public static final Duration PATIENCE = Duration.ofMinutes(30);

  private Calls() {}

  /**
   * Options of an activity that answers within seconds and does not heartbeat.
   *
   * @param summary what a person reads in the history, at most 200 bytes
   */
  public static ActivityOptions quick(String summary) {
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(SHORT)
        .setScheduleToCloseTimeout(PATIENCE)
        .setRetryOptions(Retries.options())
        .setCancellationType(ActivityCancellationType.ABANDON)
        .setSummary(summary)
        .build();
  }

  /**
   * Options of an activity that asks the warehouse one or a few short questions: it heartbeats, for
   * a paused warehouse takes a minute to answer the first one.
   */
  public static ActivityOptions asking(String summary) {
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(PATIENCE)
        .setScheduleToCloseTimeout(PATIENCE)
        .setHeartbeatTimeout(HEARTBEAT)
        .setRetryOptions(Retries.options())
        .setCancellationType(ActivityCancellationType.ABANDON)
        .setSummary(summary)
        .build();
  }

  /**
   * Options of an activity that heartbeats and may take hours. A cancelled run waits until it has
   * stopped what it does outside.
   */
  public static ActivityOptions.Builder working(String summary) {
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(LONG)
        .setHeartbeatTimeout(HEARTBEAT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setSummary(summary);
  }
}
