package io.tributary.activities.catalogue;

import io.tributary.workflows.environment.WarehouseKind;

/**
 * The questions' texts. Serverless has the SVV and SYS views; a provisioned cluster keeps older
 * twins, which work at every patch level. Columns are named, because newer patches add some.
 */
final class CatalogueSql {
  private CatalogueSql() {}

  static String views(WarehouseKind kind) {
    return switch (kind) {
      case SERVERLESS ->
          """
          SELECT schema_name, name, is_stale, state
          FROM svv_mv_info
          WHERE database_name = CURRENT_DATABASE()""";
      case PROVISIONED ->
          """
          SELECT schema, name, is_stale, state
          FROM stv_mv_info
          WHERE db_name = CURRENT_DATABASE()""";
    };
  }

  /** The columns dependent_* hold the view that is read. */
  static String dependencies(WarehouseKind kind) {
    return switch (kind) {
      case SERVERLESS ->
          """
          SELECT schema_name, name, dependent_schema_name, dependent_name
          FROM svv_mv_dependency
          WHERE database_name = CURRENT_DATABASE()""";
      case PROVISIONED ->
          """
          SELECT schema, name, ref_schema, ref_name
          FROM stv_mv_deps
          WHERE db_name = CURRENT_DATABASE()""";
    };
  }

  static String lastRefreshes(WarehouseKind kind) {
    return switch (kind) {
      case SERVERLESS ->
          """
          SELECT schema_name, mv_name, CAST(EXTRACT(epoch FROM MAX(end_time)) AS BIGINT)
          FROM sys_mv_refresh_history
          WHERE database_name = CURRENT_DATABASE()
            AND (status LIKE '%successfully%' OR status LIKE '%already updated%')
          GROUP BY schema_name, mv_name""";
      case PROVISIONED ->
          """
          SELECT schema, name, CAST(EXTRACT(epoch FROM MAX(endtime)) AS BIGINT)
          FROM svl_mv_refresh_status
          WHERE db_name = CURRENT_DATABASE()
            AND (status LIKE '%successfully%' OR status LIKE '%already updated%')
          GROUP BY schema, name""";
    };
  }

  /**
   * The newest rows of one view.
   *
   * @param schema a literal
   * @param name a literal
   */
  static String refreshes(WarehouseKind kind, String schema, String name) {
    return switch (kind) {
      case SERVERLESS ->
          """
          SELECT status, session_id, CAST(EXTRACT(epoch FROM end_time) * 1000 AS BIGINT)
          FROM sys_mv_refresh_history
          WHERE database_name = CURRENT_DATABASE()
            AND schema_name = %s AND mv_name = %s
          ORDER BY end_time DESC
          LIMIT 20"""
              .formatted(schema, name);
      case PROVISIONED ->
          """
          SELECT status, 0, CAST(EXTRACT(epoch FROM endtime) * 1000 AS BIGINT)
          FROM svl_mv_refresh_status
          WHERE db_name = CURRENT_DATABASE()
            AND schema = %s AND name = %s
          ORDER BY endtime DESC
          LIMIT 20"""
              .formatted(schema, name);
    };
  }
}
