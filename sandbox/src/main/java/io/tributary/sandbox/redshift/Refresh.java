package io.tributary.sandbox.redshift;

import io.tributary.sandbox.redshift.dialect.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refreshes materialized views, each in a transaction of its own.
 *
 * <p>The rows are always computed anew; whether Redshift would have done it incrementally only
 * decides what the history says.
 */
final class Refresh {
  private static final Map<Integer, String> BROKEN =
      Map.of(
          101, "Base table column was dropped",
          102, "Base table column type was changed",
          103, "Base table was renamed",
          104, "Base table column was renamed",
          105, "Schema of base table was renamed");

  private record View(String name, String query, boolean incremental, boolean stale, int state) {}

  void run(Connection connection, long view, boolean cascade) throws SQLException {
    one(connection, view);
    if (!cascade) {
      return;
    }
    Set<Long> failed = new HashSet<>();
    for (long child : descendants(connection, view)) {
      List<String> blocked = parents(connection, child, failed);
      if (!blocked.isEmpty()) {
        String parent = blocked.get(0);
        note(
            connection,
            child,
            "Cascade refresh skipped because materialized view " + parent + " was not refreshed");
        connection.commit();
        failed.add(child);
      } else {
        try {
          one(connection, child);
        } catch (Refusal e) {
          failed.add(child);
        }
      }
    }
  }

  private static void one(Connection connection, long relation) throws SQLException {
    String table =
        Sql.list(connection, row -> row.getString(1), "SELECT ?::regclass::text", relation).get(0);
    connection.commit();
    // One refresh of a view at a time; readers go on. A LOCK takes no snapshot, so what follows
    // sees what the refresh before it left.
    Sql.run(connection, "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
    View view = read(connection, relation);
    if (view.state() > 1) {
      String cause = String.valueOf(BROKEN.get(view.state()));
      note(connection, relation, "Refresh failed. " + cause);
      connection.commit();
      throw Refusal.byRedshift(
          "Materialized view " + view.name() + " could not be refreshed. " + cause + ".");
    }
    try {
      if (view.stale()) {
        recompute(connection, relation, table, view);
      } else {
        note(connection, relation, "MV was already updated");
      }
    } catch (SQLException e) {
      connection.rollback();
      note(connection, relation, "Refresh failed due to an internal error");
      connection.commit();
      throw e;
    }
    connection.commit();
  }

  private static View read(Connection connection, long relation) throws SQLException {
    return Sql.list(
            connection,
            row ->
                new View(
                    row.getString("schema_name") + "." + row.getString("name"),
                    row.getString("query"),
                    row.getInt("state") == 1 && !row.getBoolean("truncated"),
                    row.getBoolean("stale"),
                    row.getInt("state")),
            "SELECT * FROM sandbox.view_state WHERE relation = ?",
            relation)
        .get(0);
  }

  private static void recompute(Connection connection, long relation, String table, View view)
      throws SQLException {
    // The snapshot is taken before the rows are read: a change in between counts as newer.
    String snapshot =
        Sql.list(connection, row -> row.getString(1), "SELECT pg_current_snapshot()::text").get(0);
    Sql.run(connection, "SET LOCAL sandbox.refreshing = 'on'");
    Sql.run(connection, "DELETE FROM " + table);
    Sql.run(connection, "INSERT INTO " + table + " " + view.query());
    Sql.update(
        connection,
        "UPDATE sandbox.materialized_view SET snapshot = ?::pg_snapshot WHERE relation = ?",
        snapshot,
        relation);
    note(
        connection,
        relation,
        view.incremental()
            ? "Refresh successfully updated MV incrementally"
            : "Refresh successfully recomputed MV from scratch");
  }

  private static void note(Connection connection, long relation, String status)
      throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO sandbox.refresh (schema_name, name, relation, refresh_type, status, pid, xid, start_time, end_time)
        SELECT n.nspname, c.relname, c.oid, 'Manual', ?, pg_backend_pid(), pg_current_xact_id(),
               transaction_timestamp() AT TIME ZONE 'UTC', clock_timestamp() AT TIME ZONE 'UTC'
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ?
        """,
        status,
        relation);
  }

  /** The views that read a view, directly or not, each after all that it reads. */
  private static List<Long> descendants(Connection connection, long view) throws SQLException {
    return Sql.list(
        connection,
        row -> row.getLong(1),
        """
        WITH RECURSIVE below(view, depth) AS (
          SELECT view, 1 FROM sandbox.base_column WHERE relation = ? AND attnum = 0
          UNION SELECT d.view, b.depth + 1 FROM sandbox.base_column d JOIN below b ON d.relation = b.view
          WHERE d.attnum = 0)
        SELECT view::bigint FROM below GROUP BY view ORDER BY max(depth)
        """,
        view);
  }

  private static List<String> parents(Connection connection, long view, Set<Long> among)
      throws SQLException {
    return Sql.list(
        connection,
        row -> row.getString(1),
        """
        SELECT schema_name || '.' || relation_name FROM sandbox.base_column
        WHERE view = ? AND attnum = 0 AND relation::bigint = ANY (?)
        """,
        view,
        among.toArray(Long[]::new));
  }
}
