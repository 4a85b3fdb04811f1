package io.tributary.workflows.refresh;

import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunCard;
import io.tributary.workflows.job.Undisturbed;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Carries out one plan: starts what is ready, at most {@code maxParallel} at a time, until nothing
 * is left. When the run is stopped it starts nothing more and waits until what runs has stopped.
 */
final class RefreshRound {
  private final RefreshRequest request;
  private final RefreshPlan plan;
  private final int number;
  private final RefreshLedger ledger;
  private final RunCard card;
  private final Deque<ViewRefresh> arrived = new ArrayDeque<>();
  private final NavigableSet<String> changed = new TreeSet<>();
  private final NavigableSet<String> open = new TreeSet<>();
  private int running;

  /** Where a round writes what happens. */
  record Board(RefreshLedger ledger, RunCard card) {}

  /**
   * Prepares it.
   *
   * @param number the round's number in the run, part of the statements' repeat keys
   */
  RefreshRound(RefreshRequest request, RefreshPlan plan, int number, Board board) {
    this.request = request;
    this.plan = plan;
    this.number = number;
    this.ledger = board.ledger();
    this.card = board.card();
  }

  /**
   * Does it.
   *
   * @throws io.temporal.failure.CanceledFailure when the run is stopped, after all has stopped
   */
  void run() {
    for (RefreshPlan.Decision decision : plan.decisions().values()) {
      if (decision.outcome() == Outcome.PLANNED) {
        open.add(decision.view().name());
        card.item(decision.view().name(), "WAITING", decision.why());
      } else {
        leave(decision, decision.outcome(), decision.why());
      }
    }
    ListSchedule schedule = new ListSchedule(plan.tasks(), request.group().maxParallel());
    if (request.mode() == Mode.PLAN) {
      show(schedule);
    } else {
      carryOut(schedule);
    }
  }

  private void show(ListSchedule schedule) {
    while (!schedule.finished()) {
      for (String view : schedule.start()) {
        RefreshPlan.Decision decision = plan.decisions().get(view);
        leave(decision, Outcome.PLANNED, decision.why());
        schedule.done(view);
      }
    }
  }

  private void carryOut(ListSchedule schedule) {
    CancellationScope scope = CancellationScope.current();
    while (true) {
      if (!scope.isCancelRequested()) {
        start(schedule);
      }
      if (running == 0) {
        break;
      }
      Undisturbed.await(() -> !arrived.isEmpty());
      while (!arrived.isEmpty()) {
        settle(schedule, arrived.removeFirst());
      }
    }
    if (scope.isCancelRequested()) {
      giveUp();
      throw new CanceledFailure("the refresh was stopped");
    }
  }

  private void start(ListSchedule schedule) {
    List<String> starting = schedule.start();
    while (!starting.isEmpty()) {
      for (String view : starting) {
        RefreshPlan.Decision decision = plan.decisions().get(view);
        if (nothingNew(decision)) {
          open.remove(view);
          leave(decision, Outcome.FRESH, "what it reads had nothing new");
          schedule.done(view);
        } else {
          begin(decision);
        }
      }
      starting = schedule.start();
    }
  }

  /** A view that was needed only for the sake of its parents, none of which changed. */
  private boolean nothingNew(RefreshPlan.Decision decision) {
    return !decision.own() && decision.view().dependsOn().stream().noneMatch(changed::contains);
  }

  private void begin(RefreshPlan.Decision decision) {
    running++;
    card.item(decision.view().name(), "RUNNING", decision.why());
    RefreshedView view = new RefreshedView(request, decision, number);
    Async.procedure(() -> arrived.addLast(view.refresh()));
  }

  private void settle(ListSchedule schedule, ViewRefresh entry) {
    running--;
    open.remove(entry.view());
    ledger.put(entry);
    String error = entry.error();
    card.finished(entry.view(), entry.outcome().name(), error == null ? "" : error);
    switch (entry.outcome()) {
      case INCREMENTAL, RECOMPUTED -> changed.add(entry.view());
      default -> {}
    }
    if (entry.outcome() != Outcome.FAILED && entry.outcome() != Outcome.CANCELLED) {
      schedule.done(entry.view());
      return;
    }
    for (String lost : schedule.failed(entry.view())) {
      open.remove(lost);
      if (entry.outcome() == Outcome.FAILED) {
        leave(
            plan.decisions().get(lost),
            Outcome.BLOCKED,
            "depends on " + entry.view() + ", which failed");
      } else {
        leave(plan.decisions().get(lost), Outcome.CANCELLED, "not begun");
      }
    }
  }

  private void giveUp() {
    for (String view : open) {
      leave(plan.decisions().get(view), Outcome.CANCELLED, "not begun");
    }
  }

  private void leave(RefreshPlan.Decision decision, Outcome outcome, String why) {
    String view = decision.view().name();
    List<String> dependsOn = new ArrayList<>(decision.view().dependsOn());
    ledger.untouched(view, outcome, dependsOn, why);
    card.finished(view, outcome.name(), why);
  }
}
