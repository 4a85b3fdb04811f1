package io.tributary.workflows.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an outer workflow: what became of each run it asked for.
 *
 * @param environment the environment's name
 * @param job the job's noun
 * @param status the worst of its runs
 * @param runs one entry per fixed-id run
 */
public record RunResult(String environment, String job, Status status, List<Run> runs) {
  /** How a run ended, best first. */
  public enum Status {
    /** All that was asked for was done, or equal. */
    SUCCEEDED,
    /** The request was added to the run that is under way. */
    ADDED_TO_RUNNING,
    /** Another run holds the lock; nothing was done. */
    ALREADY_RUNNING,
    /** Done, and differences were found that may still be in flight. */
    IN_FLIGHT,
    /** Done, and differences were found. */
    DIFFERENT,
    /** A part of the work failed; the report says which. */
    FAILED,
    /** Stopped by the update {@code abort} or, in a report only, cancelled. */
    ABORTED
  }

  /**
   * One run with a fixed id.
   *
   * @param subject the group or other subject of the lock
   * @param workflowId its fixed id
   * @param run its name in the evidence, null where another holds the lock
   * @param status how it ended
   * @param summary one sentence for people
   * @param report where its report is, null if there is none
   */
  public record Run(
      String subject,
      String workflowId,
      @Nullable String run,
      Status status,
      String summary,
      @Nullable String report) {}
}
