package io.tributary.activities.comparison;

import java.math.BigInteger;

/**
 * How rows are put into buckets.
 *
 * @param byKey by ranges of the integer key, else by the row's hash
 * @param parameter the width of a range, or the number of buckets
 */
record Buckets(boolean byKey, long parameter) {
  /** Returns what suits both sides. */
  static Buckets of(KeyKind kind, TableSize left, TableSize right, Limits limits) {
    long rows = Math.max(left.rows(), right.rows());
    long wanted = Math.clamp(rows / limits.rowsPerBucket(), 1, limits.buckets());
    if (kind != KeyKind.INTEGER) {
      return new Buckets(false, wanted);
    }
    // The distance between keys at both ends of bigint is not a bigint.
    BigInteger span =
        left.highest().max(right.highest()).subtract(left.lowest().min(right.lowest()));
    BigInteger width = span.divide(BigInteger.valueOf(wanted)).add(BigInteger.ONE);
    return new Buckets(true, width.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  /** Returns the bucket as an expression of {@code s} and {@code h}. */
  String expression() {
    return byKey ? "s / " + parameter : "mod(h, " + parameter + ")";
  }
}
