package io.tributary.activities.state;

import io.tributary.activities.ddl.SqlText;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What refreshes did, in {@code tributary.refresh_history}: kept because the warehouse forgets its
 * own history after seven days.
 */
public final class RefreshHistory {
  private final WarehouseStatements statements;

  /** Makes it; nothing is sent. */
  public RefreshHistory(WarehouseStatements statements) {
    this.statements = statements;
  }

  /** Keeps one refresh, once however often this runs: the statement id is its key. */
  public void record(WarehouseRef warehouse, Entry entry) {
    statements.execute(warehouse, "refresh-history-" + entry.statementId(), insert(entry));
  }

  static String insert(Entry entry) {
    String id = SqlText.literal(entry.statementId(), 100);
    return "INSERT INTO tributary.refresh_history\n"
        + "  (statement_id, view_name, outcome, message, row_count, duration_ms, finished_at)\n"
        + "SELECT "
        + String.join(
            ", ",
            id,
            SqlText.literal(entry.view(), 260),
            SqlText.literal(entry.outcome(), 20),
            SqlText.literal(entry.message(), 1000),
            Long.toString(entry.rows()),
            Long.toString(entry.millis()),
            StateTime.literal(entry.finished()))
        + "\nWHERE NOT EXISTS"
        + " (SELECT 1 FROM tributary.refresh_history WHERE statement_id = "
        + id
        + ")";
  }

  /** Returns per view how long a refresh takes and when the last one ended; 30 days back. */
  public List<Expectation> expectations(WarehouseRef warehouse) {
    return statements
        .query(
            warehouse,
            """
            SELECT view_name,
              CAST(AVG(CASE WHEN outcome <> 'ALREADY_FRESH' THEN duration_ms END) AS BIGINT),
              CAST(EXTRACT(epoch FROM MAX(finished_at)) AS BIGINT)
            FROM tributary.refresh_history
            WHERE outcome <> 'FAILED' AND finished_at > DATEADD(day, -30, GETDATE())
            GROUP BY view_name""")
        .stream()
        .map(RefreshHistory::expectation)
        .toList();
  }

  private static Expectation expectation(Row row) {
    @Nullable String millis = row.nullable(1);
    return new Expectation(
        row.text(0), millis == null ? 0 : Long.parseLong(millis), row.number(2) * 1000);
  }

  /**
   * One refresh.
   *
   * @param statementId the Data API's id
   * @param view {@code schema.view}
   * @param outcome what it did
   * @param message the warehouse's text or the error's sentence
   * @param rows rows afterwards, -1 when unknown
   * @param millis how long the warehouse worked
   * @param finished when it ended
   */
  public record Entry(
      String statementId,
      String view,
      String outcome,
      String message,
      long rows,
      long millis,
      Instant finished) {}

  /**
   * What to expect of a view.
   *
   * @param view {@code schema.view}
   * @param millis the mean duration of its refreshes, 0 when none did work
   * @param lastMillis when the last one ended, milliseconds since the epoch
   */
  public record Expectation(String view, long millis, long lastMillis) {}
}
