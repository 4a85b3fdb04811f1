package io.tributary.workflows.catalogue;

import io.temporal.activity.ActivityInterface;
import io.tributary.workflows.environment.WarehouseRef;
import java.util.List;

/** Questions to the warehouse's catalogue. All methods only read and may be repeated. */
@ActivityInterface(namePrefix = "Catalogue_")
public interface CatalogueActivities {
  /**
   * Reads views, staleness, state and dependencies in one go.
   *
   * @param warehouse where to look
   * @param views {@code schema.view} of the group
   * @throws io.temporal.failure.ApplicationFailure of the type of an {@code ErrorCode}, {@code
   *     VIEW_MISSING} when a view of the group does not exist
   */
  ViewGraph viewGraph(WarehouseRef warehouse, List<String> views);
}
