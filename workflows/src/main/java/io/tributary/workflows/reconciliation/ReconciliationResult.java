package io.tributary.workflows.reconciliation;

import io.tributary.workflows.job.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the run of one table group.
 *
 * @param workflowId the fixed id of the run
 * @param run the run's name in the evidence
 * @param status SUCCEEDED where all are equal, else the worst
 * @param startMillis when it began, milliseconds since the epoch
 * @param endMillis when it ended
 * @param tables one entry per table
 * @param report the report's location, null where none was written
 */
public record ReconciliationResult(
    String workflowId,
    String run,
    RunResult.Status status,
    long startMillis,
    long endMillis,
    List<TableResult> tables,
    @Nullable String report) {
  /** Returns the same result with the report's location. */
  ReconciliationResult reported(RunResult.Status newStatus, @Nullable String location) {
    return new ReconciliationResult(
        workflowId, run, newStatus, startMillis, endMillis, tables, location);
  }
}
