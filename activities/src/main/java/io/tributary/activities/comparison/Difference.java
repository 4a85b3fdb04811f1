package io.tributary.activities.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that differs.
 *
 * @param kind how
 * @param key its key, column by column; all columns where the table has no key; masked ones as
 *     {@link #MASK}
 * @param columns names of the columns that differ, empty for a row that is on one side only
 * @param values the values of a sample: for a changed row of the columns that differ, else of the
 *     whole row; empty when the row is no sample
 */
public record Difference(Kind kind, List<Value> key, List<String> columns, List<Value> values) {
  /** What stands for a value that may not be seen. */
  public static final String MASK = "•••";

  /** What stands for a text of any length. */
  public static final String LONG = "(long text)";

  /** How a row differs. */
  public enum Kind {
    /** Only in the source. */
    MISSING,
    /** Only in the warehouse. */
    EXTRA,
    /** In both, not the same. */
    CHANGED
  }

  /**
   * A value on both sides.
   *
   * @param column the column's name
   * @param left in the source, null for NULL and where the row is not there
   * @param right in the warehouse likewise
   */
  public record Value(String column, @Nullable String left, @Nullable String right) {}
}
