package io.tributary.workflows.job;

import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.RunResult.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * The fixed-id runs that one outer run asked for, one per group, side by side. A run that fails is
 * a line of the result; a cancelled outer run has none.
 */
public final class GroupRuns {
  private final RunCard card;
  private final Stop stop;
  private final List<FixedRun<?>> runs = new ArrayList<>();

  /** Makes an empty list; callable from a constructor. */
  public GroupRuns(RunCard card, Stop stop) {
    this.card = card;
    this.stop = stop;
  }

  /** What becomes of one group. */
  @FunctionalInterface
  public interface Attempt<R> {
    /** Starts the run or finds another way to serve the request, and waits. */
    RunResult.Run serve(FixedRun<R> run);
  }

  /** Adds a group; it begins at once. */
  public <R> Promise<RunResult.Run> begin(FixedRun<R> run, Attempt<R> attempt) {
    runs.add(run);
    return Async.function(() -> serve(run, attempt));
  }

  /**
   * Starts a run; one that was aborted meanwhile is told so.
   *
   * @return false when another run holds the lock
   */
  public boolean start(FixedRun<?> run, Object request) {
    boolean started = run.start(request);
    if (started && stop.aborted()) {
      run.stop(stop.reason());
    }
    return started;
  }

  /**
   * Waits for all and makes the result; the status is the worst of them.
   *
   * @throws io.temporal.failure.CanceledFailure when the outer run was cancelled
   */
  public RunResult result(String environment, Job job, List<Promise<RunResult.Run>> groups) {
    List<RunResult.Run> results = new ArrayList<>();
    Status worst = Status.SUCCEEDED;
    for (Promise<RunResult.Run> group : groups) {
      RunResult.Run run = group.get();
      results.add(run);
      if (run.status().compareTo(worst) > 0) {
        worst = run.status();
      }
    }
    return new RunResult(environment, job.noun(), worst, results);
  }

  /** Returns the entry of a group whose lock another run holds. */
  public static RunResult.Run alreadyRunning(FixedRun<?> run) {
    return new RunResult.Run(
        run.subject(),
        run.id(),
        null,
        Status.ALREADY_RUNNING,
        run.id() + " is running already: nothing was done",
        null);
  }

  /** Returns one line for the memo and the details. */
  public static String sentence(RunResult result) {
    List<String> parts = new ArrayList<>();
    for (RunResult.Run run : result.runs()) {
      parts.add(run.subject() + ": " + run.summary());
    }
    return parts.isEmpty() ? "no group" : String.join("; ", parts);
  }

  /** Passes an abort on to the runs that were started here. */
  public String abort(String reason) {
    boolean first = !stop.aborted();
    stop.abort(reason);
    if (first) {
      for (FixedRun<?> run : runs) {
        run.stop(reason);
      }
    }
    return "Stopping "
        + runs.size()
        + " run(s); the result follows when the statements are stopped";
  }

  private <R> RunResult.Run serve(FixedRun<R> run, Attempt<R> attempt) {
    card.item(run.subject(), "RUNNING", run.id());
    RunResult.Run result;
    try {
      result = stop.aborted() ? notBegun(run) : attempt.serve(run);
    } catch (RuntimeException e) {
      if (CancellationScope.current().isCancelRequested()) {
        throw e;
      }
      result = failed(run, e);
    }
    card.finished(run.subject(), result.status().name(), result.summary());
    return result;
  }

  private RunResult.Run notBegun(FixedRun<?> run) {
    return new RunResult.Run(
        run.subject(), run.id(), null, Status.ABORTED, "Not begun: " + stop.reason(), null);
  }

  private static RunResult.Run failed(FixedRun<?> run, RuntimeException failure) {
    Status status = Failures.cancelled(failure) ? Status.ABORTED : Status.FAILED;
    String summary =
        Failures.cancelled(failure) ? "The run was cancelled" : Failures.sentence(failure);
    return new RunResult.Run(run.subject(), run.id(), null, status, summary, null);
  }
}
