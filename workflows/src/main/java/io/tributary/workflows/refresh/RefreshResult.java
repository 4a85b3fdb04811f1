package io.tributary.workflows.refresh;

import io.tributary.workflows.job.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the run of one view group.
 *
 * @param workflowId the fixed id of the run
 * @param run the run's name in the evidence
 * @param status how it ended
 * @param startMillis when it began, milliseconds since the epoch
 * @param endMillis when it ended
 * @param criticalPathMillis the longest chain of dependent refreshes
 * @param criticalPath the views on it, first to last
 * @param views one entry per view of the group
 * @param report the report's location, null where none was written
 */
public record RefreshResult(
    String workflowId,
    String run,
    RunResult.Status status,
    long startMillis,
    long endMillis,
    long criticalPathMillis,
    List<String> criticalPath,
    List<ViewRefresh> views,
    @Nullable String report) {
  /** Returns the same result with the report's location. */
  RefreshResult reported(RunResult.Status newStatus, @Nullable String location) {
    return new RefreshResult(
        workflowId,
        run,
        newStatus,
        startMillis,
        endMillis,
        criticalPathMillis,
        criticalPath,
        views,
        location);
  }
}
