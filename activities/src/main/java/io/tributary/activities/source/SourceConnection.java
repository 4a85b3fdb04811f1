package io.tributary.activities.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a source that only reads. One statement at a time; {@link #cancel} and {@link
 * #close} may be called from another thread.
 */
public final class SourceConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceConnection.class);

  private final String source;
  private final Connection connection;
  private final SourceDialect dialect;
  private final int fetchRows;
  private final Runnable released;
  private volatile @Nullable Statement running;
  private boolean closed;

  SourceConnection(
      String source,
      Connection connection,
      SourceDialect dialect,
      int fetchRows,
      Runnable released) {
    this.source = source;
    this.connection = connection;
    this.dialect = dialect;
    this.fetchRows = fetchRows;
    this.released = released;
  }

  /**
   * Runs SQL and hands over every row, a cell a text; memory does not grow with the result.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code SOURCE_…}; the text holds no row data
   */
  public void query(String sql, Consumer<List<@Nullable String>> rows) {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(fetchRows);
      running = statement;
      try (ResultSet result = statement.executeQuery(sql)) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          rows.accept(row(result, columns));
        }
      }
    } catch (SQLException e) {
      throw dialect.diagnose(e).failure("read source " + source);
    } finally {
      running = null;
    }
  }

  /** Stops the statement that runs, if one does; its {@link #query} fails. */
  public void cancel() {
    Statement statement = running;
    if (statement == null) {
      return;
    }
    try {
      statement.cancel();
    } catch (SQLException e) {
      LOG.warn("a statement on source {} was not cancelled: SQLSTATE {}", source, e.getSQLState());
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("a connection to source {} was not closed: SQLSTATE {}", source, e.getSQLState());
    } finally {
      released.run();
    }
  }

  private static List<@Nullable String> row(ResultSet result, int columns) throws SQLException {
    List<@Nullable String> row = new ArrayList<>(columns);
    for (int column = 1; column <= columns; column++) {
      row.add(result.getString(column));
    }
    return row;
  }
}
