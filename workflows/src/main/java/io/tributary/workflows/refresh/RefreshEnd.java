package io.tributary.workflows.refresh;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.job.Stop;
import io.tributary.workflows.notification.Notice;
import io.tributary.workflows.notification.Notices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a refresh run: its result, the report, and what people are told. */
final class RefreshEnd {
  private final RefreshRequests requests;
  private final RefreshLedger ledger;
  private final RunCard card;
  private final long startMillis;

  RefreshEnd(RefreshRequests requests, RefreshLedger ledger, RunCard card, long startMillis) {
    this.requests = requests;
    this.ledger = ledger;
    this.card = card;
    this.startMillis = startMillis;
  }

  /**
   * Ends the run as far as is known now; may be repeated when more requests have come.
   *
   * @param trouble what stopped the run, a cancellation included; null if nothing did
   */
  RefreshResult close(Stop stop, @Nullable RuntimeException trouble) {
    boolean stopped = stop.aborted() || Failures.cancelled(trouble);
    if (stopped) {
      requests.all().group().views().forEach(ledger::notBegun);
    }
    RefreshResult result = result(stopped, trouble);
    if (!ledger.isEmpty()) {
      card.phase("writing the report", "");
      result = report(result);
    }
    if (!stopped && requests.all().mode() == Mode.APPLY) {
      tell(result, trouble);
    }
    String sentence = trouble == null ? RefreshSummary.sentence(result.views()) : why(trouble);
    card.end(result.status(), sentence);
    return result;
  }

  private RefreshResult result(boolean stopped, @Nullable RuntimeException trouble) {
    long now = Workflow.currentTimeMillis();
    List<ViewRefresh> views = ledger.entries(requests.all().group().freshness(), now);
    CriticalPath path = CriticalPath.of(views);
    Status status =
        trouble != null && !stopped ? Status.FAILED : RefreshSummary.status(views, stopped);
    return new RefreshResult(
        Workflow.getInfo().getWorkflowId(),
        card.run(),
        status,
        startMillis,
        now,
        path.millis(),
        path.views(),
        views,
        null);
  }

  /** A run whose evidence cannot be written has failed, whatever it did. */
  private RefreshResult report(RefreshResult result) {
    try {
      String location =
          Workflow.newActivityStub(RefreshActivities.class, Calls.quick("report"))
              .report(requests.all(), result);
      card.report(location);
      return result.reported(result.status(), location);
    } catch (ActivityFailure e) {
      Workflow.getLogger(RefreshEnd.class).error("no report: {}", Failures.sentence(e));
      return result.reported(Status.FAILED, null);
    }
  }

  private void tell(RefreshResult result, @Nullable RuntimeException trouble) {
    Notice notice =
        trouble == null
            ? RefreshSummary.notice(requests.all(), result)
            : new Notice(
                requests.all().environment().environment(),
                RefreshSummary.subject(requests.all()),
                Failures.code(trouble).orElse(ErrorCode.INTERNAL).name(),
                Failures.sentence(trouble),
                result.report());
    if (notice != null) {
      Notices.tell(notice);
    }
  }

  private static String why(RuntimeException trouble) {
    return Failures.cancelled(trouble) ? "cancelled" : Failures.sentence(trouble);
  }
}
