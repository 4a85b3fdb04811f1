package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the rows that differ and remembers the numbers of the first ones. Rows come sorted by
 * number and hash; of one number only what differs is held.
 */
final class DifferentRows implements SortedMerge.Listener {
  private static final Comparator<Cells> BY_NUMBER_AND_HASH =
      Comparator.<Cells>comparingLong(row -> row.number(0)).thenComparingLong(row -> row.number(1));

  /** More different rows than this under one number mean that it does not tell rows apart. */
  private static final int MOST_OF_ONE_NUMBER = 100_000;

  private final int most;
  private final List<Long> numbers = new ArrayList<>();
  private final Map<String, int[]> open = new LinkedHashMap<>();
  private long openNumber;
  private long keys;
  private long missing;
  private long extra;
  private long changed;

  /**
   * Makes it.
   *
   * @param most how many numbers to remember
   */
  DifferentRows(int most) {
    this.most = most;
  }

  /** Reads rows of both sides; may be called for several parts of a table. */
  void read(BothSides sides, String leftSql, String rightSql) {
    new SortedMerge(sides, BY_NUMBER_AND_HASH, this).run(leftSql, rightSql);
    close();
  }

  @Override
  public void left(Cells row) {
    count(row, 0);
  }

  @Override
  public void right(Cells row) {
    count(row, 1);
  }

  @Override
  public void both(Cells left, Cells right) {
    if (left.values().size() > 2 && !Doubles.identity(left).equals(Doubles.identity(right))) {
      count(left, 0);
      count(right, 1);
    }
  }

  long missing() {
    return missing;
  }

  long extra() {
    return extra;
  }

  long changed() {
    return changed;
  }

  List<Long> numbers() {
    return numbers;
  }

  boolean allNumbers() {
    return keys == numbers.size();
  }

  private void count(Cells row, int side) {
    long number = row.number(0);
    if (number != openNumber) {
      close();
      openNumber = number;
    }
    open.computeIfAbsent(Doubles.identity(row), id -> new int[2])[side]++;
    if (open.size() > MOST_OF_ONE_NUMBER) {
      throw new ComparisonException(
          "the key does not tell rows apart: over 100,000 rows with one key differ");
    }
  }

  /** Rows with equal hashes may come in another order of their doubles: what is equal cancels. */
  private void close() {
    long left = 0;
    long right = 0;
    for (int[] counts : open.values()) {
      int equal = Math.min(counts[0], counts[1]);
      left += counts[0] - equal;
      right += counts[1] - equal;
    }
    open.clear();
    if (left + right == 0) {
      return;
    }
    long pairs = Math.min(left, right);
    changed += pairs;
    missing += left - pairs;
    extra += right - pairs;
    keys++;
    if (numbers.size() < most) {
      numbers.add(openNumber);
    }
  }
}
