package io.tributary.activities.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer as text.
 *
 * @param values one per column; null for NULL
 */
public record Cells(List<@Nullable String> values) {
  String text(int column) {
    String value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " of an answer is NULL");
    }
    return value;
  }

  long number(int column) {
    return Long.parseLong(text(column));
  }

  @Nullable String nullable(int column) {
    return values.get(column);
  }

  /** Returns how many characters it holds: what was moved, but for the protocol. */
  long size() {
    long size = 0;
    for (String value : values) {
      size += value == null ? 1 : value.length();
    }
    return size;
  }
}
