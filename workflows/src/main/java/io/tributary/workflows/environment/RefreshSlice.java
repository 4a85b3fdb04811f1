package io.tributary.workflows.environment;

import java.util.List;

/**
 * What the refresh of one view group needs of the specification.
 *
 * @param warehouse where statements run
 * @param groups the groups that the request touches, each with the views asked for
 */
public record RefreshSlice(WarehouseRef warehouse, List<Group> groups) {
  /**
   * One view group: the subject of the lock.
   *
   * @param name the group's name
   * @param views qualified names {@code schema.view} that were asked for, all of the group if all
   * @param maxParallel the most refreshes at a time
   * @param freshness what is promised for each view
   * @param whole whether {@code views} is all of the group; only then does a good result clear the
   *     group's trouble
   */
  public record Group(
      String name, List<String> views, int maxParallel, List<Freshness> freshness, boolean whole) {}

  /**
   * How old a view may be.
   *
   * @param view qualified name
   * @param maxAgeSeconds seconds since its last refresh
   */
  public record Freshness(String view, long maxAgeSeconds) {}
}
