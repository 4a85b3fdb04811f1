package io.tributary.worker.up;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the two databases behind the product's back. Everything is done on the PostgreSQL
 * underneath, never through the product.
 */
final class DemoDatabases implements AutoCloseable {
  private static final List<String> CUSTOMER = List.of("c_custkey");
  private static final List<String> ORDERS = List.of("o_orderkey");
  private static final List<String> LINEITEM = List.of("l_orderkey", "l_linenumber");

  private final Connection source;
  private final Connection warehouse;

  private DemoDatabases(Connection source, Connection warehouse) {
    this.source = source;
    this.warehouse = warehouse;
  }

  static DemoDatabases open(SandboxFile sandbox) throws SQLException {
    SandboxFile.Source aurora = sandbox.sources().get("aurora");
    if (aurora == null) {
      throw new SQLException("the sandbox has no source aurora");
    }
    Connection source = PostgresAddress.of(aurora.psql()).connect();
    try {
      return new DemoDatabases(source, PostgresAddress.of(sandbox.warehouse().psql()).connect());
    } catch (SQLException e) {
      source.close();
      throw e;
    }
  }

  /** Takes back what an earlier demonstration on the same data has left different. */
  void makeAlike() throws SQLException {
    for (Change change : changes()) {
      alike(change.table(), change.keys(), change.key());
    }
    Extra extra = extra();
    warehouse("orders", ORDERS).delete(List.of(extra.key()));
  }

  /** A day's business, the same on both sides: views that read these tables become stale. */
  void doBusiness() throws SQLException {
    long customer = source("customer", CUSTOMER).highest() + 1;
    copyRow("customer", CUSTOMER, Map.of("c_custkey", customer));
    long order = source("orders", ORDERS).highest() + 1;
    copyRow("orders", ORDERS, Map.of("o_orderkey", order, "o_custkey", customer));
    copyRow("lineitem", LINEITEM, Map.of("l_orderkey", order));
  }

  /** Somebody drops a column that a materialized view reads. */
  void dropColumn() throws SQLException {
    try (Statement statement = warehouse.createStatement()) {
      statement.execute("alter table tpch.nation_profile drop column if exists n_motto");
    }
  }

  /**
   * Changes rows on both sides.
   *
   * @return the rows that differ now, as {@code table key}
   */
  SortedSet<String> makeDifferent() throws SQLException {
    SortedSet<String> rows = new TreeSet<>();
    for (Change change : changes()) {
      DemoTable table =
          change.inSource()
              ? source(change.table(), change.keys())
              : warehouse(change.table(), change.keys());
      if (change.column() == null) {
        table.delete(change.key());
      } else {
        table.change(change.key(), change.column(), change.expression());
      }
      rows.add(name(change.table(), change.key()));
    }
    Extra extra = extra();
    warehouse("orders", ORDERS).insert(extra.row());
    rows.add(name("orders", List.of(extra.key())));
    return rows;
  }

  @Override
  public void close() throws SQLException {
    source.close();
    warehouse.close();
  }

  /**
   * One change of one row.
   *
   * @param column null deletes the row
   */
  private record Change(
      boolean inSource,
      String table,
      List<String> keys,
      List<Long> key,
      @Nullable String column,
      String expression) {}

  /** A row that only the warehouse has. */
  private record Extra(long key, Map<String, @Nullable Object> row) {}

  private List<Change> changes() throws SQLException {
    DemoTable customers = source("customer", CUSTOMER);
    DemoTable orders = source("orders", ORDERS);
    DemoTable lines = source("lineitem", LINEITEM);
    return List.of(
        new Change(true, "customer", CUSTOMER, customers.key(41), "c_acctbal", "c_acctbal + 100"),
        new Change(true, "customer", CUSTOMER, customers.key(42), "c_phone", "reverse(c_phone)"),
        new Change(false, "orders", ORDERS, orders.key(1000), "o_totalprice", "o_totalprice / 10"),
        new Change(false, "lineitem", LINEITEM, lines.key(5000), null, ""));
  }

  /** Its key is below all of TPC-H's, which begin with 1. */
  private Extra extra() throws SQLException {
    DemoTable orders = source("orders", ORDERS);
    Map<String, @Nullable Object> row =
        new LinkedHashMap<>(orders.row(orders.key(0)).orElseThrow());
    row.put("o_orderkey", 0L);
    return new Extra(0, row);
  }

  private void alike(String table, List<String> keys, List<Long> key) throws SQLException {
    DemoTable copy = warehouse(table, keys);
    Map<String, @Nullable Object> row = source(table, keys).row(key).orElseThrow();
    if (!row.equals(copy.row(key).orElse(null))) {
      copy.delete(key);
      copy.insert(row);
    }
  }

  private void copyRow(String table, List<String> keys, Map<String, Long> changed)
      throws SQLException {
    DemoTable original = source(table, keys);
    Map<String, @Nullable Object> row =
        new LinkedHashMap<>(original.row(original.key(0)).orElseThrow());
    row.putAll(changed);
    original.insert(row);
    warehouse(table, keys).insert(row);
  }

  private DemoTable source(String table, List<String> keys) {
    return new DemoTable(source, "public." + table, keys);
  }

  private DemoTable warehouse(String table, List<String> keys) {
    return new DemoTable(warehouse, "tpch." + table, keys);
  }

  private static String name(String table, List<Long> key) {
    List<String> parts = new ArrayList<>();
    key.forEach(part -> parts.add(part.toString()));
    return table + " " + String.join("/", parts);
  }
}
