package io.tributary.workflows.job;

import io.temporal.workflow.Workflow;

/**
 * Changes of workflow code that runs already under way must not see: the one place that asks
 * Temporal for a version. See {@code workflows/README.md} for when a change needs one.
 */
public final class Versions {
  private Versions() {}

  /**
   * Returns whether this run began with, or has not yet passed, the change; runs that passed this
   * place with older code get false for good.
   *
   * @param change the change's name, never used for another one
   */
  public static boolean has(String change) {
    return Workflow.getVersion(change, Workflow.DEFAULT_VERSION, 1) >= 1;
  }
}
