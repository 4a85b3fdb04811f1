package io.tributary.workflows.environment;

import java.time.Duration;
import java.util.SortedMap;

/**
 * When a job starts by itself. Takes effect with {@code tributary schedules apply}.
 *
 * @param name Its name.
 * @param job The job that it starts.
 * @param cron When, in five cron fields.
 * @param timeZone The zone that {@code cron} is read in. A local time that a change of the clock
 *     skips is not made up for.
 * @param jitter The longest random delay, so that not everything starts at once.
 * @param paused Whether it exists without firing.
 * @param input Fields of the job's start input by name, for instance {@code depth: COUNT}. Empty:
 *     the job's own defaults.
 */
public record Schedule(
    @Format(TextFormat.NAME) String name,
    Subject job,
    @Format(TextFormat.CRON) String cron,
    @Default("UTC") @Format(TextFormat.ZONE) String timeZone,
    @Default("0s") @Limits(min = "0s", max = "1d") Duration jitter,
    @Default("false") boolean paused,
    SortedMap<String, String> input) {

  /** The jobs that a schedule can start. */
  public enum Subject {
    /** Materialized-view refresh. */
    REFRESH,
    /** Incremental load. */
    LOAD,
    /** Secret rotation. */
    ROTATION,
    /** Reconciliation. */
    RECONCILIATION,
    /** The security and access review, in PLAN mode. */
    GOVERNANCE
  }
}
