package io.tributary.sandbox.trouble;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The faults that are injected at present. Taking one uses it up by one. */
public final class Faults {
  /**
   * A fault that happens now.
   *
   * @param id id under which it was added
   * @param fault what happens
   */
  public record Taken(String id, Fault fault) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition removed = lock.newCondition();
  private final Map<String, Fault> present = new LinkedHashMap<>();
  private final Map<String, Integer> left = new LinkedHashMap<>();
  private int added;

  /** Adds a fault and returns its id. */
  public String add(Fault fault) {
    lock.lock();
    try {
      var id = "fault-" + ++added;
      present.put(id, fault);
      left.put(id, fault.times());
      return id;
    } finally {
      lock.unlock();
    }
  }

  /** Removes a fault, used up or not, and releases what it holds; unknown ids are harmless. */
  public void remove(String id) {
    lock.lock();
    try {
      present.remove(id);
      left.remove(id);
      removed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Removes all faults and releases everything. */
  public void clear() {
    lock.lock();
    try {
      present.clear();
      left.clear();
      removed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the first fault that meets a statement in the warehouse: slow, sql-error or hold. */
  public Optional<Taken> takeForStatement(String sql) {
    return take(fault -> fault.actsOnStatements() && fault.meets(sql));
  }

  /**
   * Takes the first fault that meets a call: throttle, error, lost-answer or hold. The adapter
   * asks; fakes need not.
   *
   * @param text the SQL of the call, or an empty text
   */
  public Optional<Taken> takeForCall(String service, String operation, String text) {
    return take(fault -> !fault.actsOnStatements() && fault.meets(service, operation, text));
  }

  /** Waits until a fault that holds something is removed. */
  public void awaitRemoval(Taken taken) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (present.containsKey(taken.id())) {
        removed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Taken> take(Predicate<Fault> meets) {
    lock.lock();
    try {
      for (var entry : present.entrySet()) {
        int remaining = left.getOrDefault(entry.getKey(), 0);
        if (remaining > 0 && meets.test(entry.getValue()) && happens(entry.getValue())) {
          left.put(entry.getKey(), remaining - 1);
          return Optional.of(new Taken(entry.getKey(), entry.getValue()));
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private static boolean happens(Fault fault) {
    return ThreadLocalRandom.current().nextDouble() < fault.probability();
  }
}
