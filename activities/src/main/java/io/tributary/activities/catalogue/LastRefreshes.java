package io.tributary.activities.catalogue;

import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import java.util.HashMap;
import java.util.Map;

/** When each materialized view was last refreshed well; the warehouse knows seven days back. */
final class LastRefreshes {
  private final WarehouseStatements statements;

  LastRefreshes(WarehouseStatements statements) {
    this.statements = statements;
  }

  /** Returns milliseconds since the epoch by {@code schema.view}. */
  Map<String, Long> ask(WarehouseRef warehouse) {
    Map<String, Long> result = new HashMap<>();
    for (Row row : statements.query(warehouse, CatalogueSql.lastRefreshes(warehouse.kind()))) {
      result.put(row.text(0).trim() + "." + row.text(1).trim(), row.number(2) * 1000);
    }
    return result;
  }
}
