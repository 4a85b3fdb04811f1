package io.tributary.activities.catalogue;

import io.tributary.activities.ddl.SqlText;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a refresh did, by the warehouse's own history. */
public final class RefreshOutcomes {
  private final WarehouseStatements statements;

  /** Makes it; nothing is sent. */
  public RefreshOutcomes(WarehouseStatements statements) {
    this.statements = statements;
  }

  /**
   * Finds the row of a refresh.
   *
   * @param view {@code schema.view}
   * @param sinceMillis when its statement was created, milliseconds since the epoch: without a row
   *     of its session, those that ended before are of other refreshes
   * @param session the session that ran it, 0 when unknown. Its own row counts whatever its time,
   *     because the Data API and the warehouse have a clock each
   * @return empty while the history has none: it is written some seconds after the refresh
   */
  public Optional<Told> ask(WarehouseRef warehouse, String view, long sinceMillis, long session) {
    List<Row> rows =
        statements.query(
            warehouse,
            CatalogueSql.refreshes(
                warehouse.kind(),
                SqlText.literal(SqlText.schema(view)),
                SqlText.literal(SqlText.object(view))));
    boolean own = session != 0 && rows.stream().anyMatch(row -> row.number(1) == session);
    return rows.stream()
        .filter(row -> own ? row.number(1) == session : row.number(2) >= sinceMillis)
        .max(Comparator.comparingLong(row -> row.number(2)))
        .map(row -> new Told(outcome(row.text(0)), row.text(0).trim(), row.number(2)));
  }

  /** The texts of {@code SYS_MV_REFRESH_HISTORY}; only the first three are successes. */
  static Outcome outcome(String status) {
    String text = status.toLowerCase(Locale.ROOT);
    if (text.contains("successfully updated mv incrementally")) {
      return Outcome.INCREMENTAL;
    }
    if (text.contains("successfully recomputed mv")) {
      return Outcome.RECOMPUTED;
    }
    return text.contains("already updated") ? Outcome.ALREADY_FRESH : Outcome.FAILED;
  }

  /** Counts the rows of a view. */
  public long rows(WarehouseRef warehouse, String view) {
    return statements
        .query(warehouse, "SELECT COUNT(*) FROM " + SqlText.qualified(view))
        .getFirst()
        .number(0);
  }

  /** Returns whether a view's refreshes apply what changed, by the catalogue. */
  public boolean incremental(WarehouseRef warehouse, String view) {
    return statements.query(warehouse, CatalogueSql.views(warehouse.kind())).stream()
        .filter(row -> view.equals(row.text(0).trim() + "." + row.text(1).trim()))
        .anyMatch(row -> MaterializedViewState.of((int) row.number(3)).incremental());
  }

  /**
   * What the history says of a refresh.
   *
   * @param outcome what it did
   * @param status the warehouse's text
   * @param endMillis when it ended, milliseconds since the epoch
   */
  public record Told(Outcome outcome, String status, long endMillis) {}
}
