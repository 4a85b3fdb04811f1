package io.tributary.sandbox.redshift;

import io.tributary.sandbox.redshift.dialect.Command.AlterMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.CreateMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.DropMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.RefreshMaterializedView;
import io.tributary.sandbox.redshift.dialect.QualifiedName;
import io.tributary.sandbox.redshift.dialect.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Materialized views: tables with a definition, what they read column by column, and the snapshot
 * of their last refresh. {@code registry.sql} says how staleness and state follow from that.
 */
final class MaterializedViews {
  private static final String FIND =
      "SELECT relation::bigint FROM sandbox.materialized_view WHERE relation = to_regclass(?)";

  private final Refresh refresh = new Refresh();

  void create(Connection connection, CreateMaterializedView create) throws SQLException {
    String name = create.name().sql();
    Sql.run(connection, "CREATE TEMP VIEW definition AS " + create.definition().query());
    refuseSources(connection);
    for (long base : bases(connection)) {
      Sql.run(connection, "CALL sandbox.watch(" + base + ")");
    }
    String query =
        Sql.list(
                connection,
                r -> r.getString(1),
                "SELECT pg_get_viewdef('pg_temp.definition'::regclass)")
            .get(0)
            .replaceFirst(";\\s*$", "");
    register(connection, create, query);
    Sql.run(connection, "DROP VIEW pg_temp.definition");
    Sql.run(
        connection,
        "CREATE TRIGGER sandbox_only_refresh BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "
            + name
            + " FOR EACH STATEMENT EXECUTE FUNCTION sandbox.only_refresh()");
  }

  private static List<Long> bases(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        row -> row.getLong(1),
        "SELECT DISTINCT relation::bigint FROM (" + READS + ") r");
  }

  /** What the temporary view reads: PostgreSQL's own account of it, column by column. */
  private static final String READS =
      """
      SELECT DISTINCT d.refobjid AS relation, d.refobjsubid AS attnum
      FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
      WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
        AND r.ev_class = 'pg_temp.definition'::regclass AND d.refobjid <> r.ev_class
      """;

  private static void refuseSources(Connection connection) throws SQLException {
    List<String> refused =
        Sql.list(
            connection,
            row -> row.getString(1),
            """
            SELECT DISTINCT format('%s "%s"', CASE
                WHEN n.nspname IN ('pg_catalog', 'information_schema', 'sandbox') THEN 'system table'
                WHEN c.relpersistence = 't' THEN 'temporary table'
                WHEN EXISTS (SELECT FROM sandbox.late_binding_view l
                             WHERE l.schema_name = n.nspname AND l.name = c.relname) THEN 'late-binding view'
                ELSE 'view' END, c.relname)
            FROM (%s) b JOIN pg_class c ON c.oid = b.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v' OR c.relpersistence = 't' OR n.nspname IN ('pg_catalog', 'information_schema', 'sandbox')
            """
                .replace("(%s)", "(" + READS + ")"));
    if (!refused.isEmpty()) {
      throw Refusal.byRedshift(
          "Materialized views cannot be created on " + String.join(", ", refused));
    }
  }

  private static void register(Connection connection, CreateMaterializedView create, String query)
      throws SQLException {
    String snapshot =
        Sql.list(connection, row -> row.getString(1), "SELECT pg_current_snapshot()::text").get(0);
    Sql.run(connection, "CREATE TABLE " + create.name().sql() + " AS " + query);
    Sql.update(
        connection,
        "INSERT INTO sandbox.materialized_view VALUES (?::regclass, ?, ?, ?, ?, ?, ?::pg_snapshot)",
        create.name().sql(),
        query,
        create.definition().text(),
        String.join(", ", create.definition().blockers()),
        create.definition().mutable(),
        create.autoRefresh(),
        snapshot);
    Sql.update(
        connection,
        """
        INSERT INTO sandbox.base_column
        SELECT ?::regclass, b.relation, b.attnum, n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
        FROM (%s UNION SELECT relation, 0 FROM (%s) x) b
        JOIN pg_class c ON c.oid = b.relation JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = b.relation AND a.attnum = b.attnum AND b.attnum > 0
        """
            .formatted(READS, READS),
        create.name().sql());
  }

  void alter(Connection connection, AlterMaterializedView alter) throws SQLException {
    Sql.update(
        connection,
        "UPDATE sandbox.materialized_view SET autorefresh = ? WHERE relation = ?",
        alter.autoRefresh(),
        find(connection, alter.name()));
  }

  void refresh(Connection connection, RefreshMaterializedView command) throws SQLException {
    refresh.run(connection, find(connection, command.name()), command.cascade());
  }

  void drop(Connection connection, DropMaterializedView drop) throws SQLException {
    if (drop.ifExists()
        && Sql.list(connection, r -> r.getLong(1), FIND, drop.name().sql()).isEmpty()) {
      return;
    }
    long view = find(connection, drop.name());
    List<Long> children =
        Sql.list(
            connection,
            row -> row.getLong(1),
            "SELECT DISTINCT view::bigint FROM sandbox.base_column WHERE relation = ?",
            view);
    if (!children.isEmpty() && !drop.cascade()) {
      throw Refusal.byRedshift(
          "cannot drop materialized view "
              + drop.name()
              + " because other objects depend on it\n"
              + "  Hint: Use DROP ... CASCADE to drop the dependent objects too.");
    }
    drop(connection, view);
  }

  /** Drops a view and the views that read it. */
  void drop(Connection connection, long view) throws SQLException {
    List<Long> children =
        Sql.list(
            connection,
            row -> row.getLong(1),
            "SELECT DISTINCT view::bigint FROM sandbox.base_column WHERE relation = ?",
            view);
    for (long child : children) {
      drop(connection, child);
    }
    List<String> name =
        Sql.list(
            connection,
            row -> row.getString(1),
            "SELECT oid::regclass FROM pg_class WHERE oid = ?",
            view);
    for (String table : name) {
      Sql.run(connection, "DROP TABLE " + table + " CASCADE");
    }
    forgetDropped(connection);
  }

  /** Forgets the views whose table is gone and says how many those were. */
  int forgetDropped(Connection connection) throws SQLException {
    Sql.run(
        connection,
        "DELETE FROM sandbox.base_column d WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = d.view)");
    return Sql.update(
        connection,
        "DELETE FROM sandbox.materialized_view m WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = m.relation)");
  }

  /** Returns the views that read a table that is gone. */
  Set<Long> withoutBase(Connection connection) throws SQLException {
    return new HashSet<>(
        Sql.list(
            connection,
            row -> row.getLong(1),
            """
            SELECT DISTINCT d.view::bigint FROM sandbox.base_column d JOIN pg_class v ON v.oid = d.view
            WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = d.relation)
            """));
  }

  private static long find(Connection connection, QualifiedName name) throws SQLException {
    List<Long> found = Sql.list(connection, row -> row.getLong(1), FIND, name.sql());
    if (found.isEmpty()) {
      throw Refusal.byRedshift("materialized view \"" + name + "\" does not exist");
    }
    return found.get(0);
  }
}
