package io.tributary.workflows.refresh;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.catalogue.CatalogueActivities;
import io.tributary.workflows.catalogue.ViewGraph.View;
import io.tributary.workflows.environment.EnvironmentActivities;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Calls;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.Stop;
import io.tributary.workflows.job.Undisturbed;
import io.tributary.workflows.refresh.RefreshPlan.Wish;
import io.tributary.workflows.refresh.RefreshRequests.Wanted;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The work of a refresh run: round after round until no request waits, then the report. What
 * arrives while the report is written is served as well and the report written again; between the
 * last look at the requests and the end of the run nothing can arrive.
 */
final class RefreshRunning {
  private final RefreshRequests requests;
  private final RunCard card;
  private final Stop stop;
  private final RefreshLedger ledger = new RefreshLedger();
  private final long startMillis = Workflow.currentTimeMillis();
  private int round;

  RefreshRunning(RefreshRequests requests, RunCard card, Stop stop) {
    this.requests = requests;
    this.card = card;
    this.stop = stop;
  }

  RefreshResult run() {
    card.begin();
    card.environment(requests.all().environment().environment());
    proveAccount();
    RefreshEnd end = new RefreshEnd(requests, ledger, card, startMillis);
    while (true) {
      RuntimeException trouble = serve();
      RefreshResult result = Undisturbed.call(() -> end.close(stop, trouble));
      Undisturbed.await(Workflow::isEveryHandlerFinished);
      if (trouble != null) {
        throw Failures.surfaced(trouble);
      }
      if (!requests.waiting()) {
        return result;
      }
    }
  }

  /** The run may have been started by itself, with a specification pinned by somebody else. */
  private void proveAccount() {
    PinnedEnvironment pinned = requests.all().environment();
    try {
      Workflow.newActivityStub(EnvironmentActivities.class, Calls.quick("prove the account"))
          .pin(pinned.environment(), pinned.digest());
    } catch (ActivityFailure e) {
      throw Failures.surfaced(e);
    }
  }

  /**
   * Serves what waits; returns what stopped it, null when all was served or the run was aborted.
   */
  private @Nullable RuntimeException serve() {
    RuntimeException trouble = null;
    try {
      stop.guard(
          () -> {
            while (requests.waiting()) {
              round(requests.take());
              if (!requests.waiting()) {
                lookAgain();
              }
            }
          });
    } catch (RuntimeException e) {
      trouble = e;
    }
    if (stop.aborted() || trouble != null) {
      requests.drop();
    }
    return trouble;
  }

  private void round(Wanted wanted) {
    Wish wish = new Wish(wanted.forced(), new TreeSet<>(), new TreeSet<>());
    carryOut(wanted.request(), new RefreshPlan(look(wanted.request()), wish));
  }

  /**
   * Data may have arrived below views that were fresh when the run began. Views that the run has
   * dealt with are left to the next run, or a busy warehouse would keep this one going for ever.
   */
  private void lookAgain() {
    RefreshRequest all = requests.all();
    boolean nothingRan =
        ledger.views(Outcome.INCREMENTAL, Outcome.RECOMPUTED, Outcome.ALREADY_FRESH).isEmpty();
    if (all.mode() == Mode.PLAN || nothingRan) {
      return;
    }
    card.phase("looking again at the catalogue", "");
    Wish wish = new Wish(new TreeSet<>(), ledger.settled(), ledger.views(Outcome.FAILED));
    RefreshPlan plan = new RefreshPlan(look(all), wish);
    if (!plan.tasks().isEmpty()) {
      carryOut(all, plan);
    }
  }

  private List<View> look(RefreshRequest request) {
    card.phase("reading the catalogue", "a paused warehouse takes a minute to answer");
    String summary = "catalogue of " + request.group().name();
    List<View> views =
        Workflow.newActivityStub(CatalogueActivities.class, Calls.asking(summary))
            .viewGraph(request.warehouse(), request.group().views())
            .views();
    ledger.seen(views);
    return views;
  }

  private void carryOut(RefreshRequest request, RefreshPlan plan) {
    card.phase("refreshing", "the update `abort` stops it and keeps the report");
    round++;
    new RefreshRound(request, plan, round, new RefreshRound.Board(ledger, card)).run();
  }
}
