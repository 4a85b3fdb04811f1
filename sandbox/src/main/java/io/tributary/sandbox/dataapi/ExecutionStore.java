package io.tributary.sandbox.dataapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.sandbox.redshift.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps executions in the warehouse's database, so that they survive a restart of the sandbox. */
final class ExecutionStore {
  /** The Data API forgets statements and results after a day. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final String SAVE =
      "INSERT INTO sandbox.execution VALUES (?, to_timestamp(?), ?::jsonb)"
          + " ON CONFLICT (id) DO UPDATE SET body = excluded.body";

  private final ObjectMapper json = new ObjectMapper();
  private final ReentrantLock lock = new ReentrantLock();
  private final Sessions sessions;
  private @Nullable Connection connection;

  ExecutionStore(Sessions sessions) {
    this.sessions = sessions;
  }

  void save(Execution execution) {
    lock.lock();
    try {
      String body = json.writeValueAsString(execution).replace("\\u0000", "");
      try (PreparedStatement save = connection().prepareStatement(SAVE)) {
        save.setString(1, execution.id());
        save.setDouble(2, execution.createdAt() / 1000.0);
        save.setString(3, body);
        save.executeUpdate();
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("cannot keep an execution", e);
    } finally {
      lock.unlock();
    }
  }

  /** A connection of its own, because every step of every statement is kept. */
  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null || open.isClosed()) {
      open = sessions.take();
      connection = open;
    }
    return open;
  }

  /** Reads what is kept and forgets what is older than a day. */
  List<Execution> load(long now) throws SQLException {
    lock.lock();
    try {
      try (PreparedStatement old =
          connection()
              .prepareStatement("DELETE FROM sandbox.execution WHERE created < to_timestamp(?)")) {
        old.setDouble(1, (now - KEPT.toMillis()) / 1000.0);
        old.executeUpdate();
      }
      List<Execution> executions = new ArrayList<>();
      try (PreparedStatement all =
              connection().prepareStatement("SELECT body FROM sandbox.execution");
          ResultSet rows = all.executeQuery()) {
        while (rows.next()) {
          executions.add(json.readValue(rows.getString(1), Execution.class));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a kept execution cannot be read", e);
      }
      return executions;
    } finally {
      lock.unlock();
    }
  }
}
