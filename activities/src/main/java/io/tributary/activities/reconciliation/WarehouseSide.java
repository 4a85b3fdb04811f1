package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Cells;
import io.tributary.activities.comparison.Dialect;
import io.tributary.activities.comparison.RedshiftSql;
import io.tributary.activities.comparison.Side;
import io.tributary.activities.comparison.TableName;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import java.util.function.Consumer;

/** A table of the warehouse. */
final class WarehouseSide implements Side {
  private final WarehouseStatements statements;
  private final WarehouseRef warehouse;
  private final TableName table;
  private final Dialect dialect = new RedshiftSql();

  WarehouseSide(WarehouseStatements statements, WarehouseRef warehouse, TableName table) {
    this.statements = statements;
    this.warehouse = warehouse;
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
    statements.query(warehouse, sql, row -> rows.accept(new Cells(row.values())));
  }

  /** The thread that asks is the activity's own: its interrupt and its heartbeat cancel. */
  @Override
  public void cancel() {}
}
