package io.tributary.activities.statement;

import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.statement.StatementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * SQL on the warehouse for use inside one activity: submit, await and read in one call. Every
 * method heartbeats when it runs inside an activity and cancels the statement when it is cancelled
 * or interrupted. Failures are {@code ApplicationFailure}s of the type of an {@code ErrorCode}.
 */
public interface WarehouseStatements {
  /**
   * Runs SQL that only reads and hands over every row, page by page: memory does not grow with the
   * result.
   */
  void query(WarehouseRef warehouse, String sql, Consumer<Row> rows);

  /** Runs SQL that only reads and returns all rows; for small results. */
  default List<Row> query(WarehouseRef warehouse, String sql) {
    List<Row> rows = new ArrayList<>();
    query(warehouse, sql, rows::add);
    return rows;
  }

  /**
   * Runs one statement with an effect.
   *
   * @param key what makes a repeat the same statement: with the SQL it gives the ClientToken and
   *     the StatementName; use the original run id and the step
   */
  StatementOutcome execute(WarehouseRef warehouse, String key, String sql);

  /**
   * Runs up to 40 statements in one transaction, all or nothing.
   *
   * @param key as for {@link #execute}
   */
  StatementOutcome transaction(WarehouseRef warehouse, String key, List<String> sqls);
}
