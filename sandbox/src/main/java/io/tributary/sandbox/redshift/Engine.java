package io.tributary.sandbox.redshift;

import io.tributary.sandbox.redshift.dialect.Command;
import io.tributary.sandbox.redshift.dialect.Command.AlterMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.CreateExternalSchema;
import io.tributary.sandbox.redshift.dialect.Command.CreateLateBindingView;
import io.tributary.sandbox.redshift.dialect.Command.CreateMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.DropMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.DropSchema;
import io.tributary.sandbox.redshift.dialect.Command.DropView;
import io.tributary.sandbox.redshift.dialect.Command.NoEffect;
import io.tributary.sandbox.redshift.dialect.Command.Plain;
import io.tributary.sandbox.redshift.dialect.Command.RefreshMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.Reshape;
import io.tributary.sandbox.redshift.dialect.Command.TransactionControl;
import io.tributary.sandbox.redshift.dialect.Command.Truncate;
import io.tributary.sandbox.redshift.dialect.Refusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs commands on a connection, in transactions as Redshift does. */
public final class Engine {
  private static final int ROWS_AT_ONCE = 2_000;

  private final MaterializedViews materializedViews = new MaterializedViews();
  private final Views views = new Views(materializedViews);
  private final ExternalSchemas externalSchemas;

  Engine(ExternalSchemas externalSchemas) {
    this.externalSchemas = externalSchemas;
  }

  /** Prepares a connection for the next statement or batch. */
  public void prepare(Connection connection) throws SQLException {
    externalSchemas.renewLogins(connection);
    Views.bind(connection);
  }

  /** Begins the one transaction of a batch: one snapshot for all its statements. */
  public static void beginBatch(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
  }

  /** Runs a command by itself. */
  public Outcome runAlone(Connection connection, Command command, ResultSink sink)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    Outcome outcome = run(connection, command, sink);
    connection.commit();
    return outcome;
  }

  /** Runs a command in the batch's transaction. */
  public Outcome runInBatch(Connection connection, Command command, ResultSink sink)
      throws SQLException, IOException {
    if (!command.mayRunInTransaction()) {
      throw Refusal.byRedshift(command.tag() + " cannot run inside a transaction block");
    }
    Outcome outcome = run(connection, command, sink);
    if (command instanceof Truncate) {
      connection.commit();
    } else if (command.tag().startsWith("CREATE")) {
      Views.bind(connection);
    }
    return outcome;
  }

  private Outcome run(Connection connection, Command command, ResultSink sink)
      throws SQLException, IOException {
    switch (command) {
      case Plain plain -> {
        return plain(connection, plain.sql(), sink);
      }
      case Truncate truncate -> Sql.run(connection, truncate.sql());
      case NoEffect ignored -> {}
      case TransactionControl control -> control(connection, control);
      case Reshape reshape -> views.reshape(connection, reshape);
      case DropSchema drop -> views.dropSchemas(connection, drop, externalSchemas);
      case DropView drop -> views.drop(connection, drop);
      case CreateLateBindingView create -> Views.createLate(connection, create);
      case CreateMaterializedView create -> materializedViews.create(connection, create);
      case AlterMaterializedView alter -> materializedViews.alter(connection, alter);
      case DropMaterializedView drop -> materializedViews.drop(connection, drop);
      case RefreshMaterializedView refresh -> materializedViews.refresh(connection, refresh);
      case CreateExternalSchema create -> externalSchemas.create(connection, create);
    }
    return Outcome.NONE;
  }

  private static Outcome plain(Connection connection, String sql, ResultSink sink)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(ROWS_AT_ONCE);
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          return sink.accept(rows);
        }
      }
      return new Outcome(statement.getUpdateCount(), 0, false);
    }
  }

  private static void control(Connection connection, TransactionControl control)
      throws SQLException {
    switch (control.tag()) {
      case "COMMIT" -> connection.commit();
      case "ROLLBACK" -> connection.rollback();
      default -> {
        // JDBC is in a transaction already.
      }
    }
  }
}
