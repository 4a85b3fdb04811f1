package io.tributary.worker.up;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table on one side of the demonstration.
 *
 * @param connection the database
 * @param name {@code schema.table}
 * @param keys the columns of its key
 */
record DemoTable(Connection connection, String name, List<String> keys) {
  /** Returns the highest value of the first key column. */
  long highest() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select max(" + keys.getFirst() + ") from " + name);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Returns the key of the n-th row in the order of the key. */
  List<Long> key(long n) throws SQLException {
    String columns = String.join(", ", keys);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select %s from %s order by %s offset ? limit 1".formatted(columns, name, columns))) {
      statement.setLong(1, n);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        List<Long> key = new ArrayList<>();
        for (int i = 1; i <= keys.size(); i++) {
          key.add(result.getLong(i));
        }
        return key;
      }
    }
  }

  /** Returns a row by its key, its values by column. */
  Optional<Map<String, @Nullable Object>> row(List<Long> key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from " + name + where())) {
      bind(statement, 1, key);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getObject(i));
        }
        return Optional.of(row);
      }
    }
  }

  void insert(Map<String, @Nullable Object> row) throws SQLException {
    String places = String.join(", ", Collections.nCopies(row.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into %s (%s) values (%s)"
                .formatted(name, String.join(", ", row.keySet()), places))) {
      int at = 1;
      for (Object value : row.values()) {
        statement.setObject(at++, value);
      }
      statement.executeUpdate();
    }
  }

  void delete(List<Long> key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from " + name + where())) {
      bind(statement, 1, key);
      statement.executeUpdate();
    }
  }

  /** Changes one column of one row, with an SQL expression of ours. */
  void change(List<Long> key, String column, String expression) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update %s set %s = %s%s".formatted(name, column, expression, where()))) {
      bind(statement, 1, key);
      if (statement.executeUpdate() != 1) {
        throw new SQLException("no row of " + name + " has the key of the demonstration");
      }
    }
  }

  private String where() {
    StringBuilder where = new StringBuilder(" where ");
    for (String key : keys) {
      where.append(where.length() > 7 ? " and " : "").append(key).append(" = ?");
    }
    return where.toString();
  }

  private static void bind(PreparedStatement statement, int from, List<Long> key)
      throws SQLException {
    for (int i = 0; i < key.size(); i++) {
      statement.setLong(from + i, key.get(i));
    }
  }
}
