package io.tributary.workflows.reconciliation;

import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.environment.ReconciliationSlice.Table;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.Undisturbed;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares tables, at most {@code maxParallel} at a time: as soon as one is done the next begins. A
 * table that differs is looked at again when the lag of its route is over; it holds no place in the
 * window meanwhile.
 */
final class TableWindow {
  /** A look at a table that is due; the former result is null for the first look. */
  private record Look(Table table, @Nullable TableResult former) {}

  private final Comparison comparison;
  private final RunCard card;
  private final int maxParallel;
  private final Deque<Look> due = new ArrayDeque<>();
  private final Map<String, TableResult> results = new LinkedHashMap<>();
  private int running;
  private int lagging;

  TableWindow(Comparison comparison, RunCard card) {
    this.comparison = comparison;
    this.card = card;
    this.maxParallel = Math.max(1, comparison.request().group().maxParallel());
  }

  /**
   * Compares all tables of the request.
   *
   * @throws CanceledFailure when the run is stopped, after all comparisons have stopped
   */
  void run() {
    for (Table table : comparison.request().group().tables()) {
      due.addLast(new Look(table, null));
      card.item(table.name(), "WAITING", "");
    }
    CancellationScope scope = CancellationScope.current();
    while (running + lagging + due.size() > 0 && !scope.isCancelRequested()) {
      while (running < maxParallel && !due.isEmpty()) {
        begin(due.removeFirst());
      }
      Undisturbed.await(() -> scope.isCancelRequested() || canGoOn());
    }
    if (scope.isCancelRequested()) {
      Undisturbed.await(() -> running == 0);
      throw new CanceledFailure("the reconciliation was stopped");
    }
  }

  /** Returns what was found so far, by table. */
  Map<String, TableResult> results() {
    return results;
  }

  private boolean canGoOn() {
    boolean over = running + lagging + due.size() == 0;
    return over || (running < maxParallel && !due.isEmpty());
  }

  private void begin(Look look) {
    running++;
    String name = look.table().name();
    card.item(name, "RUNNING", look.former() == null ? "" : "second look");
    Promise<TableResult> answer = comparison.start(name, look.former());
    answer.handle(
        (result, failure) -> {
          running--;
          settle(look, failure == null ? result : comparison.failed(name, look.former(), failure));
          return result;
        });
  }

  private void settle(Look look, TableResult result) {
    Table table = look.table();
    results.put(table.name(), result);
    if (result.verdict() != Verdict.DIFFERENT || look.former() != null) {
      String error = result.error();
      card.finished(table.name(), result.verdict().name(), error == null ? "" : error);
      return;
    }
    card.item(table.name(), "LAGGING", "differs; second look in " + table.lagSeconds() + " s");
    lagging++;
    Promise<Void> lag = Workflow.newTimer(Duration.ofSeconds(Math.max(1, table.lagSeconds())));
    lag.handle(
        (nothing, stopped) -> {
          lagging--;
          if (stopped == null) {
            due.addFirst(new Look(table, result));
          }
          return lagging;
        });
  }
}
