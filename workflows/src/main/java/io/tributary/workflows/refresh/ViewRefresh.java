package io.tributary.workflows.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one view in a run.
 *
 * @param view {@code schema.view}
 * @param outcome what happened
 * @param dependsOn the views of this run that had to be done before it
 * @param why why it was stale or why it was not touched
 * @param startMillis when its statement was submitted, milliseconds since the epoch; 0 if never
 * @param endMillis when its outcome was known; 0 if never
 * @param statementMillis how long the warehouse worked on it
 * @param rows rows in the view afterwards; -1 when unknown
 * @param statementId the Data API's id of the refresh, null if none was submitted
 * @param error code and sentence of the failure, null where there is none
 * @param maxAgeSeconds how old it may be as the specification promises; 0 without a promise
 * @param ageSeconds how old it is after the run, by its last successful refresh; -1 when unknown
 */
public record ViewRefresh(
    String view,
    Outcome outcome,
    List<String> dependsOn,
    String why,
    long startMillis,
    long endMillis,
    long statementMillis,
    long rows,
    @Nullable String statementId,
    @Nullable String error,
    long maxAgeSeconds,
    long ageSeconds) {

  /** Returns the same entry with what is promised and how old the view is after the run. */
  ViewRefresh promised(long maxAge, long age) {
    return new ViewRefresh(
        view,
        outcome,
        dependsOn,
        why,
        startMillis,
        endMillis,
        statementMillis,
        rows,
        statementId,
        error,
        maxAge,
        age);
  }

  /** What can happen to a view in a run. */
  public enum Outcome {
    /** Refreshed from what changed. */
    INCREMENTAL,
    /** Recomputed from scratch. */
    RECOMPUTED,
    /** A refresh ran and found nothing to do. */
    ALREADY_FRESH,
    /** Neither stale nor downstream of what was refreshed: not touched. */
    FRESH,
    /** The refresh failed. */
    FAILED,
    /** Not tried, because a view it reads failed or cannot be refreshed. */
    BLOCKED,
    /** Cannot be refreshed any more (a base column was dropped or retyped …): not tried. */
    UNREFRESHABLE,
    /** Part of a cycle of dependencies: not tried. */
    CYCLE,
    /** Would be refreshed: mode PLAN. */
    PLANNED,
    /** Cancelled before its end. */
    CANCELLED
  }
}
