package io.tributary.workflows.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Materialized views as the warehouse's catalogue shows them, with what a refresh has to know.
 *
 * @param views all that were asked for and their ancestors and descendants within the group
 */
public record ViewGraph(List<View> views) {
  /**
   * One view.
   *
   * @param name {@code schema.view}
   * @param stale whether the catalogue calls it stale
   * @param state the state code of {@code SVV_MV_INFO}: 0 full, 1 incremental, 101 and up no longer
   *     refreshable
   * @param unrefreshable why it cannot be refreshed any more, with the way out; null where it can
   * @param dependsOn the materialized views it reads, {@code schema.view}
   * @param why why it is stale, for people: base tables changed since the last refresh
   * @param expectedMillis how long its refresh took lately by the refresh history; 0 when unknown
   * @param lastRefreshMillis when it was last refreshed, milliseconds since the epoch; 0 never
   */
  public record View(
      String name,
      boolean stale,
      int state,
      @Nullable String unrefreshable,
      List<String> dependsOn,
      String why,
      long expectedMillis,
      long lastRefreshMillis) {}
}
