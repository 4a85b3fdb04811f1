package io.tributary.activities.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A column as the catalogue of its side shows it.
 *
 * @param name its name there
 * @param kind what its type is
 * @param type the type as it is called there
 * @param length the most characters or bytes, null where there is no limit or it has no length
 */
public record Column(String name, Kind kind, String type, @Nullable Integer length) {
  /** Reads a row of {@link Dialect#columns}. */
  static Column of(Cells row) {
    String length = row.nullable(2);
    String type = row.text(1);
    return new Column(
        row.text(0), Kind.of(type), type, length == null ? null : Integer.valueOf(length));
  }
}
