package io.tributary.workflows.reconciliation;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.tributary.workflows.environment.EnvironmentActivities;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice.Table;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.Progress;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.Stop;
import io.tributary.workflows.job.Undisturbed;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the tables of one group, a window at a time, and reports. */
public final class ReconciliationRunImpl implements ReconciliationRun {
  private final RunCard card;
  private final Stop stop = new Stop();

  /** Names the card before any handler runs. */
  @WorkflowInit
  public ReconciliationRunImpl(ReconciliationRequest request) {
    card = new RunCard(Job.RECONCILIATION, "Reconciliation of " + request.group().name());
  }

  @Override
  public ReconciliationResult run(ReconciliationRequest request) {
    long startMillis = Workflow.currentTimeMillis();
    card.begin();
    card.environment(request.environment().environment());
    proveAccount(request.environment());
    TableWindow window = new TableWindow(new Comparison(request, card.run()), card);
    RuntimeException trouble = request.mode() == Mode.PLAN ? null : compare(window);
    boolean stopped = stop.aborted() || trouble != null;
    List<TableResult> tables = tables(request, window.results(), stopped);
    ReconciliationEnd end = new ReconciliationEnd(request, card, startMillis);
    ReconciliationResult result = Undisturbed.call(() -> end.close(tables, stopped));
    Undisturbed.await(Workflow::isEveryHandlerFinished);
    if (trouble != null) {
      throw Failures.surfaced(trouble);
    }
    return result;
  }

  private void proveAccount(PinnedEnvironment pinned) {
    try {
      Workflow.newActivityStub(EnvironmentActivities.class, Calls.quick("prove the account"))
          .pin(pinned.environment(), pinned.digest());
    } catch (ActivityFailure e) {
      throw Failures.surfaced(e);
    }
  }

  /** Compares; returns the cancellation that stopped it, null when it was not cancelled. */
  private @Nullable RuntimeException compare(TableWindow window) {
    card.phase("comparing", "the update `abort` stops it and keeps the report");
    try {
      stop.guard(window::run);
      return null;
    } catch (RuntimeException e) {
      if (!Failures.cancelled(e)) {
        throw e;
      }
      return e;
    }
  }

  /** Returns an entry for every table asked for, in the order of the request. */
  private static List<TableResult> tables(
      ReconciliationRequest request, Map<String, TableResult> found, boolean stopped) {
    Verdict otherwise = stopped ? Verdict.CANCELLED : Verdict.PLANNED;
    List<TableResult> tables = new ArrayList<>();
    for (Table table : request.group().tables()) {
      TableResult result = found.get(table.name());
      tables.add(result == null ? Comparison.without(table.name(), otherwise, "", null) : result);
    }
    return tables;
  }

  @Override
  public Progress progress() {
    return card.progress();
  }

  @Override
  public void checkAbort(String reason) {
    Stop.check(reason);
  }

  @Override
  public String abort(String reason) {
    stop(reason);
    return "Stopping; the result follows when the statements are cancelled";
  }

  @Override
  public void stop(String reason) {
    stop.abort(reason);
  }
}
