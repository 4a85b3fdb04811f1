package io.tributary.sandbox.tpch;

import io.tributary.sandbox.redshift.dialect.Command.Plain;
import io.tributary.sandbox.redshift.dialect.Dialect;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What the warehouse holds from the start: copies of TPC-H tables in the schema {@code tpch}. */
public final class WarehouseTables {
  private static final List<TpchTable<?>> COPIES =
      List.of(
          TpchTable.REGION,
          TpchTable.NATION,
          TpchTable.CUSTOMER,
          TpchTable.ORDERS,
          TpchTable.LINE_ITEM);

  private final double scale;

  /**
   * @param scale 1 is about a gigabyte
   */
  public WarehouseTables(double scale) {
    this.scale = scale;
  }

  /** Creates what is missing and leaves the rest as it is. */
  public void ensure(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS tpch");
    }
    TpchTables tables = new TpchTables("tpch", scale, WarehouseTables::onRedshift);
    for (TpchTable<?> table : COPIES) {
      tables.ensure(connection, table);
    }
    profile(connection);
  }

  /** A table that may lose a column later, which a copy of a source must not. */
  private static void profile(Connection connection) throws SQLException {
    if (TpchTables.exists(connection, "tpch.nation_profile")) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          onRedshift(
                  "CREATE TABLE tpch.nation_profile (n_nationkey bigint, n_name varchar(25),"
                      + " n_comment varchar(152), n_motto varchar(80))")
              + ";"
              + " INSERT INTO tpch.nation_profile SELECT n_nationkey, n_name, n_comment,"
              + " 'Forward, ' || initcap(n_name) FROM tpch.nation");
    }
  }

  private static String onRedshift(String definition) {
    return ((Plain) new Dialect().understand(definition, Map.of())).sql();
  }
}
