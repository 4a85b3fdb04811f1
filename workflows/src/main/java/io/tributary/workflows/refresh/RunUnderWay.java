package io.tributary.workflows.refresh;

import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.FixedRun;
import io.tributary.workflows.job.Stop;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The run under way, as an outer run talks to it: the request goes there as a signal, which the
 * server either delivers before that run can end or refuses because it has ended, and comes back as
 * an answer. So a request is never lost, however the two race.
 */
final class RunUnderWay {
  /** No worker answers for so long only when none is there; then asking again does no harm. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How long a run that is being stopped gets to end before the next start is tried. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int ATTEMPTS = 100;

  private final Stop stop;
  private final SortedMap<String, Boolean> answers = new TreeMap<>();
  private int attempts;

  RunUnderWay(Stop stop) {
    this.stop = stop;
  }

  /**
   * Adds a request.
   *
   * @return whether it was taken; false when that run has ended or is about to, and a new one
   *     should be started
   */
  boolean add(FixedRun<RefreshResult> run, RefreshRequest request) {
    if (stop.aborted() || ++attempts > ATTEMPTS) {
      throw Failures.of(
          ErrorCode.STATEMENT_ABORTED, run.id() + " neither took the request nor ended");
    }
    answers.remove(run.id());
    try {
      Workflow.newUntypedExternalWorkflowStub(run.id())
          .signal("add", new AddedRequest(request, Workflow.getInfo().getWorkflowId()));
    } catch (SignalExternalWorkflowException e) {
      return false;
    }
    boolean answered = Workflow.await(PATIENCE, () -> answers.containsKey(run.id()));
    if (answered && answers.getOrDefault(run.id(), false)) {
      return true;
    }
    Workflow.sleep(PAUSE);
    return false;
  }

  void answered(String runId, boolean taken) {
    answers.put(runId, taken);
  }
}
