package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.redshift.dialect.Refusal;
import io.tributary.sandbox.trouble.Conditions;
import io.tributary.sandbox.trouble.Faults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The faults that meet a statement inside the warehouse. */
final class Faulty {
  private final Conditions conditions;
  private final Waits waits;

  Faulty(Conditions conditions, Waits waits) {
    this.conditions = conditions;
    this.waits = waits;
  }

  Optional<Faults.Taken> take(String sql) {
    return conditions.faults().takeForStatement(sql);
  }

  /** Lets a taken fault happen to a statement that has started. */
  void happen(Faults.Taken taken, String id, Connection connection)
      throws SQLException, InterruptedException {
    switch (taken.fault().kind()) {
      case SLOW -> sleep(connection, conditions.clock().real(taken.fault().duration()));
      case HOLD -> waits.during(id, () -> conditions.faults().awaitRemoval(taken));
      case SQL_ERROR -> throw Refusal.verbatim(taken.fault().message());
      case THROTTLE, ERROR, LOST_ANSWER -> {
        // They meet calls, not statements.
      }
    }
  }

  /** In PostgreSQL, so that a cancelled statement ends there. */
  private static void sleep(Connection connection, Duration duration) throws SQLException {
    try (PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(?)")) {
      sleep.setDouble(1, duration.toMillis() / 1000.0);
      sleep.execute();
    }
  }
}
