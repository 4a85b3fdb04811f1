package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks both sides at once: the right one on the caller's thread, which is the one that heartbeats,
 * the left one on its own. When one fails, the other is stopped, and the first failure is thrown.
 */
final class BothSides {
  private static final long TICK_MILLIS = 500;

  private final Side left;
  private final Side right;
  private final Watcher watcher;
  private final AtomicLong moved = new AtomicLong();

  BothSides(Side left, Side right, Watcher watcher) {
    this.left = left;
    this.right = right;
    this.watcher = watcher;
  }

  Side left() {
    return left;
  }

  Side right() {
    return right;
  }

  Watcher watcher() {
    return watcher;
  }

  /** Returns how many characters both sides have given so far. */
  long moved() {
    return moved.get();
  }

  /** Asks both sides a question with a small answer; the left side's comes first. */
  List<List<Cells>> ask(Function<Side, String> question) {
    return ask(question.apply(left), question.apply(right));
  }

  /** Asks each side its own question; the left side's answer comes first. */
  List<List<Cells>> ask(String leftSql, String rightSql) {
    List<Cells> ofLeft = new ArrayList<>();
    List<Cells> ofRight = new ArrayList<>();
    together(() -> query(left, leftSql, ofLeft::add), () -> query(right, rightSql, ofRight::add));
    return List.of(ofLeft, ofRight);
  }

  /** Asks one side, counting what it moves. */
  void query(Side side, String sql, Consumer<Cells> rows) {
    side.query(
        sql,
        row -> {
          moved.addAndGet(row.size());
          rows.accept(row);
        });
  }

  /** Runs both to the end. */
  void together(Runnable leftWork, Runnable rightWork) {
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    Interruption interruption = new Interruption(Thread.currentThread());
    Thread other =
        Thread.ofPlatform()
            .daemon()
            .name("comparison-left")
            .start(
                () -> {
                  try {
                    leftWork.run();
                  } catch (RuntimeException | Error e) {
                    failed.set(e);
                    interruption.interrupt();
                  }
                });
    try {
      rightWork.run();
      while (other.isAlive()) {
        watcher.tick();
        other.join(TICK_MILLIS);
      }
    } catch (InterruptedException e) {
      stop(other);
      Thread.currentThread().interrupt();
      failed.compareAndSet(null, new ComparisonException("interrupted"));
    } catch (RuntimeException | Error e) {
      stop(other);
      failed.compareAndSet(null, e);
    } finally {
      interruption.end();
    }
    rethrow(failed.get());
  }

  /** A cancel that comes between two statements of the other thread is lost: it is repeated. */
  private void stop(Thread other) {
    boolean interrupted = Thread.interrupted();
    while (other.isAlive()) {
      left.cancel();
      other.interrupt();
      try {
        other.join(TICK_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  /** Interrupts the caller's thread while it works here, and never after. */
  private static final class Interruption {
    private final Thread thread;
    private boolean ended;
    private boolean sent;

    Interruption(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!ended) {
        sent = true;
        thread.interrupt();
      }
    }

    synchronized void end() {
      ended = true;
      if (sent) {
        // Ours, or one that came with it: the failure that is thrown ends the work anyway.
        boolean cleared = Thread.interrupted();
        sent = !cleared;
      }
    }
  }
}
