package io.tributary.workflows.environment;

import io.temporal.activity.ActivityInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published specification, as much of it as a run needs. All methods only read: they may run
 * any number of times, take milliseconds and do not heartbeat.
 */
@ActivityInterface(namePrefix = "Environment_")
public interface EnvironmentActivities {
  /**
   * Pins the specification and proves that the worker's credentials are those of its account: the
   * first activity of every run.
   *
   * @param environment the name a person gave, or null for the worker's own
   * @param digest the digest to pin, or null for the one published last
   * @return the specification to work with
   * @throws io.temporal.failure.ApplicationFailure {@code ENVIRONMENT_OTHER}, {@code
   *     SPECIFICATION_UNKNOWN}, {@code ACCOUNT_MISMATCH} or {@code REGION_MISMATCH}
   */
  PinnedEnvironment pin(@Nullable String environment, @Nullable String digest);

  /**
   * Returns the view groups that a request touches.
   *
   * @param digest the pinned specification
   * @param views qualified view names or group names, or {@code all}; empty means all
   * @throws io.temporal.failure.ApplicationFailure {@code INPUT_UNKNOWN_NAME} with the nearest name
   */
  RefreshSlice refresh(String digest, List<String> views);

  /**
   * Returns the table groups that a request touches.
   *
   * @param digest the pinned specification
   * @param tables {@code source.schema.table}, group names, or {@code all}; empty means all
   * @throws io.temporal.failure.ApplicationFailure {@code INPUT_UNKNOWN_NAME} with the nearest name
   */
  ReconciliationSlice reconciliation(String digest, List<String> tables);
}
