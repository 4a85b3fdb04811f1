package io.tributary.workflows.reconciliation;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.notification.Notice;
import io.tributary.workflows.notification.Notices;
import java.util.List;

/** The end of a reconciliation run: its result, the report, and what people are told. */
final class ReconciliationEnd {
  private final ReconciliationRequest request;
  private final RunCard card;
  private final long startMillis;

  ReconciliationEnd(ReconciliationRequest request, RunCard card, long startMillis) {
    this.request = request;
    this.card = card;
    this.startMillis = startMillis;
  }

  ReconciliationResult close(List<TableResult> tables, boolean stopped) {
    card.phase("writing the report", "");
    ReconciliationResult result = report(result(tables, stopped));
    if (!stopped && request.mode() == Mode.APPLY) {
      Notice notice = ReconciliationSummary.notice(request, result);
      if (notice != null) {
        Notices.tell(notice);
      }
    }
    card.end(result.status(), ReconciliationSummary.sentence(tables));
    return result;
  }

  private ReconciliationResult result(List<TableResult> tables, boolean stopped) {
    return new ReconciliationResult(
        Workflow.getInfo().getWorkflowId(),
        card.run(),
        ReconciliationSummary.status(tables, stopped),
        startMillis,
        Workflow.currentTimeMillis(),
        tables,
        null);
  }

  /** A run whose evidence cannot be written has failed, whatever it found. */
  private ReconciliationResult report(ReconciliationResult result) {
    try {
      String location =
          Workflow.newActivityStub(ReconciliationActivities.class, Calls.quick("report"))
              .report(request, result);
      card.report(location);
      return result.reported(result.status(), location);
    } catch (ActivityFailure e) {
      Workflow.getLogger(ReconciliationEnd.class).error("no report: {}", Failures.sentence(e));
      return result.reported(Status.FAILED, null);
    }
  }
}
