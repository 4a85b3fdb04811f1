package io.tributary.workflows.reconciliation;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.environment.ReconciliationSlice.Table;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Retries;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts the comparison of single tables. Each gets a request with that one table only: with
 * thousands of tables the whole list in every activity would outgrow the history.
 */
final class Comparison {
  /** A table whose comparison kills its worker so often is reported as an error. */
  private static final int ATTEMPTS = 10;

  private final ReconciliationRequest request;
  private final String run;

  Comparison(ReconciliationRequest request, String run) {
    this.request = request;
    this.run = run;
  }

  ReconciliationRequest request() {
    return request;
  }

  Promise<TableResult> start(String table, @Nullable TableResult former) {
    ActivityOptions options =
        Calls.working((former == null ? "compare " : "look again at ") + table)
            .setRetryOptions(Retries.options().toBuilder().setMaximumAttempts(ATTEMPTS).build())
            .build();
    ReconciliationActivities activities =
        Workflow.newActivityStub(ReconciliationActivities.class, options);
    return Async.function(activities::compare, only(table), run, table, former);
  }

  /** Returns the result of a table whose comparison did not come to an end. */
  TableResult failed(String table, @Nullable TableResult former, RuntimeException failure) {
    boolean stopped = Failures.cancelled(failure);
    return without(
        table,
        stopped ? Verdict.CANCELLED : Verdict.ERROR,
        former == null ? "" : former.target(),
        stopped ? null : Failures.sentence(failure));
  }

  /** Returns the result of a table that was not looked at. */
  static TableResult without(String table, Verdict verdict, String target, @Nullable String error) {
    return new TableResult(
        table, target, verdict, "", -1, -1, 0, 0, 0, new ArrayList<>(), 0, 0, error, null);
  }

  private ReconciliationRequest only(String name) {
    ReconciliationSlice.Group group = request.group();
    List<Table> one = new ArrayList<>();
    for (Table table : group.tables()) {
      if (table.name().equals(name)) {
        one.add(table);
      }
    }
    return new ReconciliationRequest(
        request.environment(),
        new ReconciliationSlice.Group(group.name(), one, group.maxParallel(), group.whole()),
        request.depth(),
        request.mode());
  }
}
