package io.tributary.activities.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the buckets that differ: both answers are sorted, and only the dirty ones are kept. */
final class DirtyBuckets implements SortedMerge.Listener {
  private static final Comparator<Cells> BY_BUCKET = Comparator.comparingLong(row -> row.number(0));

  private final List<Long> dirty = new ArrayList<>();
  private long rows;

  static DirtyBuckets find(BothSides sides, String leftSql, String rightSql) {
    DirtyBuckets found = new DirtyBuckets();
    new SortedMerge(sides, BY_BUCKET, found).run(leftSql, rightSql);
    return found;
  }

  /** Returns the numbers of the dirty buckets, rising. */
  List<Long> numbers() {
    return dirty;
  }

  /** Returns how many rows they hold on the side that has more. */
  long rows() {
    return rows;
  }

  @Override
  public void left(Cells row) {
    add(row, 0);
  }

  @Override
  public void right(Cells row) {
    add(row, 0);
  }

  @Override
  public void both(Cells left, Cells right) {
    // Sums of exact numbers: an engine may print a scale.
    boolean same =
        left.number(1) == right.number(1)
            && new BigDecimal(left.text(2)).compareTo(new BigDecimal(right.text(2))) == 0;
    if (!same) {
      add(left, right.number(1));
    }
  }

  private void add(Cells row, long other) {
    dirty.add(row.number(0));
    rows += Math.max(row.number(1), other);
  }
}
