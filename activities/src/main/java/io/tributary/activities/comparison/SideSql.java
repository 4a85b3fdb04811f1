package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The statements for one side. In each, {@code s} is the number that tells rows apart and {@code h}
 * the hash of the whole row but for its doubles.
 */
final class SideSql {
  private final Dialect dialect;
  private final String table;
  private final TablePlan plan;
  private final Function<ColumnPair, Column> column;

  SideSql(Side side, TablePlan plan, Function<ColumnPair, Column> column) {
    this.dialect = side.dialect();
    this.table = dialect.quoted(side.table());
    this.plan = plan;
    this.column = column;
  }

  /** Returns the question for a {@link TableSize}. */
  String size() {
    if (plan.kind() != KeyKind.INTEGER) {
      return "SELECT count(*) FROM " + table;
    }
    String key = keyColumn();
    return "SELECT count(*), count(" + key + "), min(" + key + "), max(" + key + ") FROM " + table;
  }

  /** Returns the question for bucket, rows and sum of hashes, sorted. */
  String buckets(Buckets buckets) {
    return "SELECT "
        + buckets.expression()
        + " AS b, count(*) AS n, "
        + dialect.sum("h")
        + " AS t FROM ("
        + base(Selection.ALL, List.of())
        + ") r GROUP BY 1 ORDER BY 1";
  }

  /** Returns the question for number, hash and doubles of rows, sorted by the first two. */
  String rows(Selection selection) {
    List<String> doubles = new ArrayList<>();
    for (ColumnPair pair : plan.doubles()) {
      doubles.add(dialect.canonical(column.apply(pair), pair.form()));
    }
    return sorted(selection, doubles);
  }

  /**
   * Returns the question for number, hash and every column in its canonical form; masked columns
   * and long text as digests, so that their values stay where they are.
   */
  String details(Selection selection) {
    List<String> values = new ArrayList<>();
    for (ColumnPair pair : plan.columns()) {
      String value = dialect.canonical(column.apply(pair), pair.form());
      boolean doubles = pair.form() == Form.DOUBLE;
      if ((pair.masked() && !doubles) || pair.longText()) {
        value = dialect.digest(value);
      }
      values.add(value);
    }
    return sorted(selection, values);
  }

  private String sorted(Selection selection, List<String> values) {
    String where = selection.computed().isEmpty() ? "" : " WHERE " + selection.computed();
    return "SELECT * FROM (" + base(selection, values) + ") r" + where + " ORDER BY s, h";
  }

  private String base(Selection selection, List<String> values) {
    StringBuilder sql = new StringBuilder("SELECT ").append(number()).append(" AS s, ");
    sql.append(hash()).append(" AS h");
    for (int i = 0; i < values.size(); i++) {
      sql.append(", ").append(values.get(i)).append(" AS v").append(i);
    }
    sql.append(" FROM ").append(table);
    if (!selection.key().isEmpty()) {
      sql.append(" WHERE ").append(selection.key().replace("?", keyColumn()));
    }
    return sql.toString();
  }

  private String number() {
    return switch (plan.kind()) {
      case INTEGER -> keyColumn() + "::bigint";
      case HASHED -> dialect.hash(RowString.of(dialect, plan.key(), column));
      case NONE -> hash();
    };
  }

  private String hash() {
    List<ColumnPair> inHash = plan.inHash();
    return dialect.hash(inHash.isEmpty() ? "''" : RowString.of(dialect, inHash, column));
  }

  private String keyColumn() {
    return dialect.quoted(column.apply(plan.key().get(0)).name());
  }
}
