package io.tributary.activities.comparison;

import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of SQL that all engines write alike. */
final class SqlText {
  private SqlText() {}

  /** Returns a text literal. The names of tables come from the specification: they are quoted. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns a decimal's text without trailing zeros, which show only its declared scale. */
  static String trimmed(String text) {
    return "CASE WHEN position('.' in "
        + text
        + ") > 0 THEN rtrim(rtrim("
        + text
        + ", '0'), '.') ELSE "
        + text
        + " END";
  }

  static String list(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
