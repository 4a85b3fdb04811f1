package io.tributary.activities.comparison;

import java.math.BigInteger;

/**
 * The size of one side.
 *
 * @param rows its rows
 * @param keyed rows whose integer key is not NULL; all rows where there is no integer key
 * @param lowest the lowest integer key, 0 if there is none
 * @param highest the highest
 */
record TableSize(long rows, long keyed, BigInteger lowest, BigInteger highest) {
  static TableSize of(Cells row) {
    long rows = row.number(0);
    if (row.values().size() == 1) {
      return new TableSize(rows, rows, BigInteger.ZERO, BigInteger.ZERO);
    }
    return new TableSize(rows, row.number(1), number(row, 2), number(row, 3));
  }

  private static BigInteger number(Cells row, int column) {
    String value = row.nullable(column);
    return value == null ? BigInteger.ZERO : new BigInteger(value);
  }
}
