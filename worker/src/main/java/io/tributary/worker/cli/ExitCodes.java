package io.tributary.worker.cli;

import io.tributary.workflows.job.RunResult;

/** The exit codes, the same for every command. */
public final class ExitCodes {
  /** Done; for a reconciliation: all equal. */
  public static final int DONE = 0;

  /** Something failed, or differences were found. */
  public static final int FAILED = 1;

  /** Bad input or a missing prerequisite; nothing was changed. */
  public static final int MISTAKE = 2;

  /** Differences were found that may still be in flight. */
  public static final int IN_FLIGHT = 3;

  /** Another run holds the lock; nothing was done. */
  public static final int ALREADY_RUNNING = 4;

  private ExitCodes() {}

  /** Returns the exit code of a job that ended. */
  static int of(RunResult.Status status) {
    return switch (status) {
      case SUCCEEDED, ADDED_TO_RUNNING -> DONE;
      case ALREADY_RUNNING -> ALREADY_RUNNING;
      case IN_FLIGHT -> IN_FLIGHT;
      case DIFFERENT, FAILED, ABORTED -> FAILED;
    };
  }
}
