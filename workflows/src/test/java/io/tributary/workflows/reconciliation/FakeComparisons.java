package io.tributary.workflows.reconciliation;

import io.temporal.activity.Activity;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Comparisons that find what a test says, look by look; EQUAL when it says nothing. */
final class FakeComparisons implements ReconciliationActivities {
  private final Map<String, Deque<Verdict>> verdicts = new TreeMap<>();
  private final List<String> failing = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final List<ReconciliationResult> reports = new ArrayList<>();
  private @Nullable CountDownLatch held;
  private int running;
  private int mostRunning;
  private int mostTables;

  FakeComparisons finds(String table, Verdict... looks) {
    verdicts.put(table, new ArrayDeque<>(List.of(looks)));
    return this;
  }

  FakeComparisons fails(String table) {
    failing.add(table);
    return this;
  }

  FakeComparisons hold() {
    held = new CountDownLatch(1);
    return this;
  }

  void release() {
    if (held != null) {
      held.countDown();
    }
  }

  @Override
  public TableResult compare(
      ReconciliationRequest request, String run, String table, @Nullable TableResult former) {
    begin(request, table, former);
    try {
      while (held != null && !held.await(100, TimeUnit.MILLISECONDS)) {
        Activity.getExecutionContext().heartbeat(table);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      end();
    }
    return result(table);
  }

  private synchronized void begin(
      ReconciliationRequest request, String table, @Nullable TableResult former) {
    log.add((former == null ? "look " : "look again after " + former.verdict() + " ") + table);
    mostTables = Math.max(mostTables, request.group().tables().size());
    running++;
    mostRunning = Math.max(mostRunning, running);
  }

  private synchronized void end() {
    running--;
  }

  private synchronized TableResult result(String table) {
    if (failing.contains(table)) {
      throw Failures.of(ErrorCode.SOURCE_LOGIN_REFUSED, "the source refuses tributary_reader");
    }
    Deque<Verdict> next = verdicts.get(table);
    Verdict verdict = next == null || next.isEmpty() ? Verdict.EQUAL : next.removeFirst();
    return Comparison.without(table, verdict, "tpch." + table, null);
  }

  @Override
  public synchronized String report(ReconciliationRequest request, ReconciliationResult result) {
    reports.add(result);
    return "file:///evidence/" + result.run() + "/report.html";
  }

  synchronized List<String> log() {
    return new ArrayList<>(log);
  }

  synchronized ReconciliationResult report() {
    return reports.getLast();
  }

  synchronized int mostRunning() {
    return mostRunning;
  }

  /** Returns the most tables that one comparison was told about. */
  synchronized int mostTables() {
    return mostTables;
  }
}
