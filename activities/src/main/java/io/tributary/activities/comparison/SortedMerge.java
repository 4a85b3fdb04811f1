package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Walks through two sorted answers side by side without holding more than a few thousand rows of
 * either.
 */
final class SortedMerge {
  private static final int BATCH = 512;
  private static final int BATCHES = 8;
  private static final List<Cells> END = List.of();

  private final BothSides sides;
  private final Comparator<Cells> order;
  private final Listener listener;
  private final BlockingQueue<List<Cells>> queue = new ArrayBlockingQueue<>(BATCHES);
  private List<Cells> batch = List.of();
  private int next;
  private boolean ended;

  /**
   * Makes a walk, for one use.
   *
   * @param order how both answers are sorted
   */
  SortedMerge(BothSides sides, Comparator<Cells> order, Listener listener) {
    this.sides = sides;
    this.order = order;
    this.listener = listener;
  }

  /** Hears of every row once. */
  interface Listener {
    /** A row that only the left answer has. */
    void left(Cells row);

    /** A row that only the right answer has. */
    void right(Cells row);

    /** Rows that are equal in the order. */
    void both(Cells left, Cells right);
  }

  void run(String leftSql, String rightSql) {
    sides.together(
        () -> produce(leftSql),
        () -> {
          sides.query(sides.right(), rightSql, this::meet);
          drain();
        });
  }

  private void produce(String sql) {
    List<List<Cells>> open = new ArrayList<>(List.of(new ArrayList<>(BATCH)));
    sides.query(
        sides.left(),
        sql,
        row -> {
          List<Cells> filling = open.get(0);
          filling.add(row);
          if (filling.size() == BATCH) {
            put(filling);
            open.set(0, new ArrayList<>(BATCH));
          }
        });
    if (!open.get(0).isEmpty()) {
      put(open.get(0));
    }
    put(END);
  }

  private void put(List<Cells> rows) {
    try {
      queue.put(rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ComparisonException("interrupted");
    }
  }

  private void meet(Cells right) {
    for (Cells left = peek(); left != null; left = peek()) {
      int compared = order.compare(left, right);
      if (compared == 0) {
        next++;
        listener.both(left, right);
        return;
      }
      if (compared > 0) {
        break;
      }
      next++;
      listener.left(left);
    }
    listener.right(right);
  }

  private void drain() {
    for (Cells left = peek(); left != null; left = peek()) {
      next++;
      listener.left(left);
    }
  }

  private @Nullable Cells peek() {
    while (next == batch.size() && !ended) {
      take();
    }
    return ended ? null : batch.get(next);
  }

  private void take() {
    try {
      List<Cells> taken = queue.poll(1, TimeUnit.SECONDS);
      if (taken == null) {
        sides.watcher().tick();
        return;
      }
      ended = taken.isEmpty();
      batch = taken;
      next = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ComparisonException("interrupted");
    }
  }
}
