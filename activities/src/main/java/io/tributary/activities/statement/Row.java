package io.tributary.activities.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result. The Data API's typed fields are given as text; NULL is null.
 *
 * @param values one per column
 */
public record Row(List<@Nullable String> values) {
  /** Returns a column that cannot be NULL. */
  public String text(int column) {
    String value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is NULL");
    }
    return value;
  }

  /** Returns a column, null for NULL. */
  public @Nullable String nullable(int column) {
    return values.get(column);
  }

  /** Returns an integer column. */
  public long number(int column) {
    return Long.parseLong(text(column));
  }

  /** Returns a boolean column, whether the catalogue gives it as boolean or as t/f. */
  public boolean flag(int column) {
    String value = text(column).trim();
    return value.equals("true") || value.equals("t");
  }
}
