package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The text of a row, injective: two rows have the same text only when they are the same. A bitmap
 * of NULLs comes first; values are joined by {@code chr(31)}, which inside of text becomes {@code
 * \s}, and {@code \} becomes {@code \\}.
 */
final class RowString {
  private RowString() {}

  /**
   * Returns the SQL expression.
   *
   * @param column which of the two columns of a pair is meant
   */
  static String of(Dialect dialect, List<ColumnPair> pairs, Function<ColumnPair, Column> column) {
    List<String> nulls = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (ColumnPair pair : pairs) {
      String name = dialect.quoted(column.apply(pair).name());
      nulls.add("CASE WHEN " + name + " IS NULL THEN '1' ELSE '0' END");
      values.add("coalesce(" + value(dialect, pair, column.apply(pair)) + ", '')");
    }
    String joined = String.join(" || chr(31) || ", values);
    return String.join(" || ", nulls) + " || chr(31) || " + joined;
  }

  /** A value that could be long stands there as its digest, so that a row fits in 64 KB. */
  static String value(Dialect dialect, ColumnPair pair, Column column) {
    String canonical = dialect.canonical(column, pair.form());
    if (pair.longText()) {
      return dialect.digest(canonical);
    }
    return pair.form().needsEscape() ? escaped(canonical) : canonical;
  }

  /** {@code chr(92)} is the backslash: engines differ in how a literal one is written. */
  private static String escaped(String text) {
    return "replace(replace(" + text + ", chr(92), chr(92) || chr(92)), chr(31), chr(92) || 's')";
  }
}
