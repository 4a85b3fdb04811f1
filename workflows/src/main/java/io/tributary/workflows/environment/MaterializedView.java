package io.tributary.workflows.environment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A materialized view. Takes effect when the specification is applied; a changed query drops it and
 * makes it again, together with what is built on it.
 *
 * @param name {@code schema.view}.
 * @param sql Its query, without ORDER BY and LIMIT, over tables and materialized views. Redshift
 *     refuses standard and late-binding views there.
 * @param group The refresh group that it belongs to: views of one group are refreshed together.
 * @param freshness How old its content may be. The report of every refresh compares it with the age
 *     that was found.
 * @param autoRefresh Whether Redshift refreshes it by itself. Refused over external schemas,
 *     mutable functions and other materialized views.
 * @param backup Whether snapshots hold it. A view without is gone after a restore.
 * @param distribution How its rows are spread over slices.
 * @param distributionKey The column by which rows are spread. Absent: fine for every {@code
 *     distribution} but {@code KEY}.
 * @param sortKeys The columns by which rows are kept in order. Empty: none.
 * @param comment What it shows: becomes the view's comment. Absent: none.
 */
public record MaterializedView(
    @Format(TextFormat.QUALIFIED) String name,
    String sql,
    @Format(TextFormat.NAME) String group,
    @Default("24h") @Limits(min = "1m", max = "366d") Duration freshness,
    @Default("false") boolean autoRefresh,
    @Default("true") boolean backup,
    @Default("AUTO") Distribution distribution,
    @Format(TextFormat.IDENTIFIER) @Nullable String distributionKey,
    @Format(TextFormat.IDENTIFIER) List<String> sortKeys,
    @Nullable String comment) {

  /** How rows are spread over slices. */
  public enum Distribution {
    /** Redshift chooses: no clause is written. */
    AUTO,
    /** Evenly. */
    EVEN,
    /** By a column: rows that join are neighbours. */
    KEY,
    /** A copy on every node. */
    ALL
  }
}
