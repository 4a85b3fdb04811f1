package io.tributary.workflows.refresh;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.catalogue.ViewGraph.View;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.refresh.RefreshActivities.Refreshed;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import io.tributary.workflows.statement.StatementOutcome;
import io.tributary.workflows.statement.StatementRequest;
import io.tributary.workflows.statement.WarehouseStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refresh of one view, from its statement to what the warehouse's history says of it. */
final class RefreshedView {
  private final RefreshRequest request;
  private final View view;
  private final String why;
  private final List<String> dependsOn;
  private final WarehouseStatement statement;
  private final String key;
  private final long startMillis = Workflow.currentTimeMillis();
  private long statementMillis;

  /**
   * Prepares it.
   *
   * @param round the round of the run, part of the statement's repeat key
   */
  RefreshedView(RefreshRequest request, RefreshPlan.Decision decision, int round) {
    this.request = request;
    this.view = decision.view();
    this.why = decision.why();
    this.dependsOn = view.dependsOn();
    this.key = WarehouseStatement.key("refresh/" + view.name() + "/" + round);
    this.statement =
        new WarehouseStatement(
            request.environment().environment(),
            new StatementRequest(
                request.warehouse(), key, sql(view.name()), "refresh " + view.name()));
  }

  /** Does it. Never throws: what went wrong, also a stop, is the entry's outcome. */
  ViewRefresh refresh() {
    try {
      run();
      Refreshed refreshed =
          effects("outcome of " + view.name())
              .outcome(request.warehouse(), view.name(), statementId());
      String error =
          refreshed.outcome() == Outcome.FAILED
              ? ErrorCode.REFRESH_FAILED + ": " + refreshed.message()
              : null;
      return entry(refreshed.outcome(), refreshed.rows(), error);
    } catch (ActivityFailure | CanceledFailure e) {
      if (Failures.cancelled(e)) {
        return entry(Outcome.CANCELLED, -1, null);
      }
      String error = Failures.sentence(e);
      record(error);
      return entry(Outcome.FAILED, -1, error);
    }
  }

  /** A statement that the Data API has forgotten is judged by the warehouse's history alone. */
  private void run() {
    try {
      StatementOutcome outcome = statement.run();
      statementMillis = outcome.durationNanos() / 1_000_000;
    } catch (ActivityFailure e) {
      if (statement.id() == null
          || Failures.code(e).orElse(ErrorCode.INTERNAL) != ErrorCode.STATEMENT_EXPIRED) {
        throw e;
      }
    }
  }

  private void record(String error) {
    try {
      effects("keep the failure of " + view.name())
          .recordFailure(request.warehouse(), view.name(), statementId(), error);
    } catch (ActivityFailure | CanceledFailure e) {
      Workflow.getLogger(RefreshedView.class)
          .warn("the failure of {} was not kept: {}", view.name(), Failures.sentence(e));
    }
  }

  /** Where nothing was submitted, the repeat key stands for the statement: as unique as an id. */
  private String statementId() {
    String id = statement.id();
    return id == null ? key : id;
  }

  private ViewRefresh entry(Outcome outcome, long rows, @Nullable String error) {
    return new ViewRefresh(
        view.name(),
        outcome,
        dependsOn,
        why,
        startMillis,
        Workflow.currentTimeMillis(),
        statementMillis,
        rows,
        statement.id(),
        error,
        0,
        -1);
  }

  private static RefreshActivities effects(String summary) {
    return Workflow.newActivityStub(RefreshActivities.class, Calls.asking(summary));
  }

  private static String sql(String name) {
    int dot = name.indexOf('.');
    return "REFRESH MATERIALIZED VIEW "
        + quoted(name.substring(0, dot))
        + "."
        + quoted(name.substring(dot + 1));
  }

  private static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }
}
