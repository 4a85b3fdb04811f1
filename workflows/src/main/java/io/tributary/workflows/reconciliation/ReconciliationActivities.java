package io.tributary.workflows.reconciliation;

import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;

/** What only a reconciliation needs of the outside world. */
@ActivityInterface(namePrefix = "Reconciliation_")
public interface ReconciliationActivities {
  /**
   * Compares one table. Only reads both databases and writes the table's details to the evidence
   * store, the same file at every repeat. Long: heartbeats; when cancelled it cancels the
   * statements on both engines.
   *
   * @param run the run's name, the folder of the evidence
   * @param table {@code source.schema.table}
   * @param former the first look's result when this is the second look after the lag, else null
   * @return the verdict; that it could not be found out is a result, {@code ERROR}, after the
   *     retries that the error's code allows
   */
  TableResult compare(
      ReconciliationRequest request, String run, String table, @Nullable TableResult former);

  /**
   * Writes the report (HTML, JSON, CSV) and the indexes into the evidence store. May be repeated:
   * it writes the same files again.
   *
   * @return the location of the HTML page
   */
  String report(ReconciliationRequest request, ReconciliationResult result);
}
