package io.tributary.sandbox.redshift;

import io.tributary.sandbox.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to a database of the warehouse, used again because a login costs milliseconds. */
public final class Sessions implements AutoCloseable {
  private final PostgresServer server;
  private final String database;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  Sessions(PostgresServer server, String database) {
    this.server = server;
    this.database = database;
  }

  /** Returns a connection as new; the taker gives it back or closes it. */
  public Connection take() throws SQLException {
    Connection connection = idle.poll();
    return connection == null ? server.connect(database) : connection;
  }

  /** Takes a connection back, whatever state it is in. */
  public void give(Connection connection) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("DISCARD ALL");
      }
      idle.push(connection);
    } catch (SQLException e) {
      discard(connection);
    }
  }

  private static void discard(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is broken; the server has noticed or will.
    }
  }

  @Override
  public void close() {
    idle.forEach(Sessions::discard);
    idle.clear();
  }
}
