package io.tributary.workflows.refresh;

import io.temporal.activity.ActivityInterface;
import io.tributary.workflows.environment.WarehouseRef;

/** What only a refresh needs of the outside world. */
@ActivityInterface(namePrefix = "Refresh_")
public interface RefreshActivities {
  /**
   * Says what the refresh did, from the warehouse's own refresh history, and keeps it in {@code
   * tributary.refresh_history}. May be repeated: the row's key is the statement id.
   *
   * @param warehouse where to look
   * @param view {@code schema.view}
   * @param statementId the Data API's id of the finished refresh
   * @throws io.temporal.failure.ApplicationFailure of the type of an {@code ErrorCode}
   */
  Refreshed outcome(WarehouseRef warehouse, String view, String statementId);

  /**
   * Keeps the failure of a refresh in {@code tributary.refresh_history}. May be repeated.
   *
   * @param error the failure's code and sentence
   */
  void recordFailure(WarehouseRef warehouse, String view, String statementId, String error);

  /**
   * Writes the report (HTML, JSON, CSV, SQL as run) and the indexes into the evidence store. May be
   * repeated: it writes the same files again.
   *
   * @return the location of the HTML page
   */
  String report(RefreshRequest request, RefreshResult result);

  /**
   * What one refresh did.
   *
   * @param outcome INCREMENTAL, RECOMPUTED, ALREADY_FRESH or FAILED
   * @param rows rows in the view afterwards; -1 when unknown
   * @param message the warehouse's own status text
   */
  record Refreshed(ViewRefresh.Outcome outcome, long rows, String message) {}
}
