package io.tributary.sandbox.tpch;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Tables of TPC-H in a schema of a PostgreSQL database. One that exists is left as it is. */
final class TpchTables {
  private static final Map<String, String> KEYS =
      Map.of(
          "customer", "c_custkey",
          "orders", "o_orderkey",
          "lineitem", "l_orderkey, l_linenumber",
          "part", "p_partkey",
          "partsupp", "ps_partkey, ps_suppkey",
          "supplier", "s_suppkey",
          "nation", "n_nationkey",
          "region", "r_regionkey");

  private final String schema;
  private final double scale;
  private final TpchRows rows;
  private final UnaryOperator<String> dialect;

  /**
   * @param scale 1 is about a gigabyte
   * @param dialect turns CREATE TABLE into what PostgreSQL is to run
   */
  TpchTables(String schema, double scale, UnaryOperator<String> dialect) {
    this.schema = schema;
    this.scale = scale;
    this.rows = new TpchRows(scale);
    this.dialect = dialect;
  }

  /** Creates and fills a table in one transaction, unless it is there. */
  void ensure(Connection connection, TpchTable<?> table) throws SQLException {
    String name = schema + "." + table.getTableName();
    if (exists(connection, name)) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(dialect.apply(definition(name, table)));
      copy(connection, name, table);
      statement.execute("ANALYZE " + name);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static String definition(String name, TpchTable<?> table) {
    String columns =
        table.getColumns().stream()
            .map(column -> column.getColumnName() + " " + type(column) + " NOT NULL")
            .collect(Collectors.joining(", "));
    return "CREATE TABLE "
        + name
        + " ("
        + columns
        + ", PRIMARY KEY ("
        + KEYS.get(table.getTableName())
        + "))";
  }

  private static String type(TpchColumn<?> column) {
    return switch (column.getType().getBase()) {
      case IDENTIFIER -> "bigint";
      case INTEGER -> "integer";
      case DATE -> "date";
      case DOUBLE -> "numeric(15,2)";
      case VARCHAR -> "varchar(" + column.getType().getPrecision().orElseThrow() + ")";
    };
  }

  private void copy(Connection connection, String name, TpchTable<?> table) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + name + " FROM STDIN WITH (DELIMITER '|')");
    try {
      write(copy, table);
      copy.endCopy();
    } finally {
      // While a COPY is open the driver lets nothing else through, also no rollback.
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void write(CopyIn copy, TpchTable<?> table) throws SQLException {
    StringBuilder block = new StringBuilder();
    Set<String> keys = new HashSet<>();
    for (TpchEntity row : rows.of(table)) {
      String line = row.toLine();
      if (repeats(table, line, keys)) {
        continue;
      }
      block.append(line, 0, line.length() - 1).append('\n');
      if (block.length() > 1 << 16) {
        write(copy, block);
      }
    }
    write(copy, block);
  }

  /** Below scale 0.01 there are fewer suppliers than a part wants, so that pairs repeat. */
  private boolean repeats(TpchTable<?> table, String line, Set<String> keys) {
    return scale < 0.01
        && table.getTableName().equals("partsupp")
        && !keys.add(line.substring(0, line.indexOf('|', line.indexOf('|') + 1)));
  }

  private static void write(CopyIn copy, StringBuilder block) throws SQLException {
    byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    block.setLength(0);
  }
}
