package io.tributary.activities.comparison;

/**
 * A column on both sides.
 *
 * @param left in the source
 * @param right in the warehouse
 * @param form how the two are compared
 * @param masked whether its values may be seen by nobody: they then never leave their side
 */
public record ColumnPair(Column left, Column right, Form form, boolean masked) {
  /** Text from this length on is hashed by itself: the row's text must stay under 64 KB. */
  private static final int LONG = 1_000;

  /** Returns the column's name, as the source calls it. */
  public String name() {
    return left.name();
  }

  /** Returns whether the values can be of any length. */
  boolean longText() {
    return form.needsEscape() && form != Form.UUID && (isLong(left) || isLong(right));
  }

  private static boolean isLong(Column column) {
    Integer length = column.length();
    return length == null ? column.kind() != Kind.PADDED : length >= LONG;
  }
}
