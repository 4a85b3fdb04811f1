package io.tributary.sandbox.dataapi;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** All executions of the last day: found by id and by token, waited for, changed in one place. */
final class Executions {
  private static final Duration TOKEN_KEPT = Duration.ofHours(8);
  private static final String LOST = "ERROR: Query was terminated because the warehouse restarted";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Execution> all = new ConcurrentHashMap<>();
  private final ExecutionStore store;
  private final InstantSource clock;

  Executions(ExecutionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  long now() {
    return clock.millis();
  }

  /** Reads what an earlier process left; what it was running then has failed. */
  void load() throws SQLException {
    for (Execution kept : store.load(now())) {
      Execution execution = kept.ended() ? kept : kept.stopped("FAILED", LOST, now());
      if (!kept.ended()) {
        store.save(execution);
      }
      all.put(execution.id(), execution);
    }
  }

  /**
   * Takes a submission in.
   *
   * @param execution the new execution, or the earlier one with the same token
   */
  record Accepted(Execution execution, boolean isNew) {}

  Accepted accept(Submission submission) {
    lock.lock();
    try {
      Optional<Execution> earlier = byToken(submission.token());
      if (earlier.isPresent()) {
        return new Accepted(earlier.get(), false);
      }
      Execution execution = Execution.submitted(UUID.randomUUID().toString(), submission, now());
      store.save(execution);
      all.put(execution.id(), execution);
      return new Accepted(execution, true);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Execution> byToken(@org.jspecify.annotations.Nullable String token) {
    long oldest = now() - TOKEN_KEPT.toMillis();
    return token == null
        ? Optional.empty()
        : all.values().stream()
            .filter(e -> token.equals(e.submission().token()) && e.createdAt() > oldest)
            .findFirst();
  }

  Optional<Execution> find(String id) {
    long oldest = now() - ExecutionStore.KEPT.toMillis();
    return Optional.ofNullable(all.get(id)).filter(e -> e.createdAt() > oldest);
  }

  /** Returns the executions of the last day, the newest first. */
  List<Execution> newestFirst() {
    long oldest = now() - ExecutionStore.KEPT.toMillis();
    return all.values().stream()
        .filter(e -> e.createdAt() > oldest)
        .sorted(
            Comparator.comparingLong(Execution::createdAt).reversed().thenComparing(Execution::id))
        .toList();
  }

  long active() {
    return all.values().stream().filter(e -> !e.ended()).count();
  }

  /** Changes an execution unless it has ended, and wakes whoever waits for it. */
  Execution change(String id, UnaryOperator<Execution> change) {
    return change(id, change, true);
  }

  /** Changes an execution in memory only: a state that a restart would end anyway. */
  void pass(String id, UnaryOperator<Execution> change) {
    change(id, change, false);
  }

  private Execution change(String id, UnaryOperator<Execution> change, boolean keep) {
    lock.lock();
    try {
      Execution before = current(id);
      if (before.ended()) {
        return before;
      }
      Execution after = change.apply(before);
      if (keep) {
        store.save(after);
      }
      all.put(id, after);
      changed.signalAll();
      return after;
    } finally {
      lock.unlock();
    }
  }

  Execution current(String id) {
    Execution execution = all.get(id);
    if (execution == null) {
      throw new IllegalStateException("no execution " + id);
    }
    return execution;
  }

  /** Waits until an execution has ended, in real time, and returns it as it is then. */
  Execution await(String id, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (!current(id).ended() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return current(id);
    } finally {
      lock.unlock();
    }
  }
}
