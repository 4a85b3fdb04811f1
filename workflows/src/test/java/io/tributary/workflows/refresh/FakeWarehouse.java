package io.tributary.workflows.refresh;

import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import io.tributary.workflows.catalogue.CatalogueActivities;
import io.tributary.workflows.catalogue.ViewGraph;
import io.tributary.workflows.catalogue.ViewGraph.View;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import io.tributary.workflows.statement.StatementActivities;
import io.tributary.workflows.statement.StatementOutcome;
import io.tributary.workflows.statement.StatementRequest;
import io.tributary.workflows.statement.StatementSubmitActivities;
import io.tributary.workflows.statement.SubmittedStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse of materialized views: what is stale, what a refresh does to those that read it, and
 * what goes wrong. Everything it was asked to do is kept in order.
 */
final class FakeWarehouse
    implements CatalogueActivities,
        StatementSubmitActivities,
        StatementActivities,
        RefreshActivities {
  private final Map<String, View> views = new TreeMap<>();
  private final Map<String, Deque<ErrorCode>> failures = new TreeMap<>();
  private final Map<String, Outcome> outcomes = new TreeMap<>();
  private final Map<String, CountDownLatch> held = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private final List<String> cancelled = new ArrayList<>();
  private final List<RefreshResult> reports = new ArrayList<>();
  private @Nullable Runnable beforeReport;
  private @Nullable Runnable onAwait;
  private int running;
  private int mostRunning;
  private int statements;
  private int looks;

  FakeWarehouse view(String name, boolean stale, String... reads) {
    views.put(name, new View(name, stale, 1, null, List.of(reads), "", 0, 1_000));
    return this;
  }

  FakeWarehouse unrefreshable(String name, String why, String... reads) {
    views.put(name, new View(name, true, 101, why, List.of(reads), "", 0, 1_000));
    return this;
  }

  /** The next refreshes of a view fail, one code each. */
  FakeWarehouse fails(String view, ErrorCode... codes) {
    failures.put(view, new ArrayDeque<>(List.of(codes)));
    return this;
  }

  FakeWarehouse does(String view, Outcome outcome) {
    outcomes.put(view, outcome);
    return this;
  }

  /** The refresh of a view runs until it is released or cancelled. */
  FakeWarehouse hold(String view) {
    held.put(view, new CountDownLatch(1));
    return this;
  }

  void release(String view) {
    CountDownLatch latch = held.remove(view);
    if (latch != null) {
      latch.countDown();
    }
  }

  void beforeReport(Runnable action) {
    beforeReport = action;
  }

  void onAwait(Runnable action) {
    onAwait = action;
  }

  synchronized void touch(String view) {
    View old = views.get(view);
    views.put(view, stale(old, true));
  }

  synchronized List<String> log() {
    return new ArrayList<>(log);
  }

  synchronized List<RefreshResult> reports() {
    return new ArrayList<>(reports);
  }

  synchronized int mostRunning() {
    return mostRunning;
  }

  synchronized int looks() {
    return looks;
  }

  @Override
  public synchronized ViewGraph viewGraph(WarehouseRef warehouse, List<String> asked) {
    looks++;
    return new ViewGraph(new ArrayList<>(views.values()));
  }

  @Override
  public synchronized SubmittedStatement submit(StatementRequest request) {
    log.add("submit " + name(request));
    statements++;
    running++;
    mostRunning = Math.max(mostRunning, running);
    return new SubmittedStatement("s" + statements, request.key(), request.label(), 1);
  }

  @Override
  public StatementOutcome await(SubmittedStatement statement, StatementRequest request) {
    if (onAwait != null) {
      onAwait.run();
    }
    String view = name(request);
    CountDownLatch latch = held.get(view);
    try {
      while (latch != null && !latch.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        Activity.getExecutionContext().heartbeat(statement.id());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (ActivityCompletionException e) {
      ended();
      throw e;
    }
    return end(statement, view);
  }

  private synchronized void ended() {
    running--;
  }

  private synchronized StatementOutcome end(SubmittedStatement statement, String view) {
    running--;
    if (cancelled.contains(statement.id())) {
      throw Failures.of(ErrorCode.STATEMENT_ABORTED, view + " was cancelled");
    }
    Deque<ErrorCode> next = failures.get(view);
    if (next != null && !next.isEmpty()) {
      ErrorCode code = next.removeFirst();
      log.add("failed " + view);
      throw Failures.of(code, "cannot refresh " + view);
    }
    log.add("done " + view);
    views.replaceAll(
        (name, old) ->
            name.equals(view)
                ? stale(old, false)
                : old.dependsOn().contains(view) ? stale(old, true) : old);
    return new StatementOutcome(statement.id(), 5_000_000, -1, 2);
  }

  @Override
  public synchronized void cancel(SubmittedStatement statement, StatementRequest request) {
    log.add("cancel " + name(request));
    cancelled.add(statement.id());
  }

  @Override
  public synchronized Refreshed outcome(WarehouseRef warehouse, String view, String statementId) {
    return new Refreshed(outcomes.getOrDefault(view, Outcome.INCREMENTAL), 10, "refreshed");
  }

  @Override
  public synchronized void recordFailure(
      WarehouseRef warehouse, String view, String statementId, String error) {
    log.add("recorded " + view);
  }

  @Override
  public String report(RefreshRequest request, RefreshResult result) {
    synchronized (this) {
      reports.add(result);
    }
    Runnable action = beforeReport;
    beforeReport = null;
    if (action != null) {
      action.run();
    }
    return "file:///evidence/" + result.run() + "/report.html";
  }

  private static View stale(@Nullable View view, boolean stale) {
    if (view == null) {
      throw new IllegalArgumentException("no such view");
    }
    return new View(
        view.name(),
        stale,
        view.state(),
        view.unrefreshable(),
        view.dependsOn(),
        view.why(),
        view.expectedMillis(),
        view.lastRefreshMillis());
  }

  private static String name(StatementRequest request) {
    return request.sql().replace("REFRESH MATERIALIZED VIEW ", "").replace("\"", "");
  }
}
