package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Cells;
import io.tributary.activities.comparison.Dialect;
import io.tributary.activities.comparison.PostgresSql;
import io.tributary.activities.comparison.Side;
import io.tributary.activities.comparison.TableName;
import io.tributary.activities.source.SourceConnection;
import java.util.function.Consumer;

/** A table of a PostgreSQL source: all statements see it as it was at the first. */
final class SourceSide implements Side {
  private final SourceConnection connection;
  private final TableName table;
  private final Dialect dialect = new PostgresSql();

  SourceSide(SourceConnection connection, TableName table) {
    this.connection = connection;
    this.table = table;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public TableName table() {
    return table;
  }

  @Override
  public void query(String sql, Consumer<Cells> rows) {
    connection.query(sql, row -> rows.accept(new Cells(row)));
  }

  @Override
  public void cancel() {
    connection.cancel();
  }
}
