package io.tributary.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts parts in order and stops them in the opposite one, even in the middle of the start. */
final class RunningParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningParts.class);

  private final ReentrantLock starting = new ReentrantLock();
  private final Deque<Part> started = new ArrayDeque<>();
  private final Map<String, Object> description = new LinkedHashMap<>();
  private volatile boolean stopping;
  private volatile @Nullable Thread starter;

  /**
   * Starts the parts and says one line for each.
   *
   * @throws StartFailure if one cannot start; the others are still running then
   */
  void start(List<Part> parts, Consumer<String> progress) {
    starting.lock();
    try {
      starter = Thread.currentThread();
      for (Part part : parts) {
        if (stopping) {
          return;
        }
        long begin = System.nanoTime();
        start(part);
        progress.accept(
            "%s: ready in %.1f s".formatted(part.name(), (System.nanoTime() - begin) / 1e9));
      }
    } finally {
      starter = null;
      starting.unlock();
    }
  }

  private void start(Part part) {
    started.push(part);
    try {
      part.start();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure(part.name(), e);
    } catch (Exception e) {
      throw new StartFailure(part.name(), e);
    }
    part.describe().forEach((key, value) -> description.merge(key, value, RunningParts::merged));
  }

  /** What all parts say about themselves; entries that are maps are joined. */
  Map<String, Object> description() {
    return description;
  }

  /** Whether {@link #close} was called. */
  boolean isStopping() {
    return stopping;
  }

  /** Stops everything that was started, the last one first. A start under way is given up. */
  @Override
  public void close() {
    stopping = true;
    var thread = starter;
    if (thread != null && thread != Thread.currentThread()) {
      thread.interrupt();
    }
    awaitStarter();
    while (!started.isEmpty()) {
      var part = started.pop();
      try {
        part.close();
      } catch (RuntimeException e) {
        LOG.warn("The part {} did not stop cleanly", part.name(), e);
      }
    }
  }

  private void awaitStarter() {
    try {
      if (starting.tryLock(10, TimeUnit.SECONDS)) {
        starting.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object merged(Object one, Object other) {
    if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
      Map<Object, Object> both = new LinkedHashMap<>(first);
      both.putAll(second);
      return both;
    }
    return other;
  }
}
