package io.tributary.workflows.environment;

import java.util.List;

/**
 * What a reconciliation needs of the specification.
 *
 * @param groups the table groups that the request touches
 */
public record ReconciliationSlice(List<Group> groups) {
  /**
   * One table group: the subject of the lock.
   *
   * @param name the group's name
   * @param tables the tables that were asked for, all of the group if all
   * @param maxParallel the most tables compared at a time
   * @param whole whether {@code tables} is all of the group; only then does a good result clear the
   *     group's trouble
   */
  public record Group(String name, List<Table> tables, int maxParallel, boolean whole) {}

  /**
   * One table to compare.
   *
   * @param name {@code source.schema.table}, unique in the specification
   * @param lagSeconds how far the copy may be behind; differences are looked at again after it
   */
  public record Table(String name, long lagSeconds) {}
}
