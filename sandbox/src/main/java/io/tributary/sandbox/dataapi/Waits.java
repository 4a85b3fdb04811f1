package io.tributary.sandbox.dataapi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which threads wait in Java at present and may be interrupted. A thread inside JDBC may not: an
 * interrupt would close its socket.
 */
final class Waits {
  private final Map<String, Thread> waiting = new ConcurrentHashMap<>();

  /** Something that takes time and can be interrupted. */
  @FunctionalInterface
  interface Wait {
    void await() throws InterruptedException;
  }

  /** Waits so that {@link #interrupt} with the same id ends it. */
  void during(String id, Wait wait) throws InterruptedException {
    waiting.put(id, Thread.currentThread());
    try {
      wait.await();
    } finally {
      waiting.remove(id);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Says whether somebody waited under the id, and has been interrupted. */
  boolean interrupt(String id) {
    return waiting.computeIfPresent(
            id,
            (key, thread) -> {
              thread.interrupt();
              return thread;
            })
        != null;
  }
}
