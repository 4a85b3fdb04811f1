package io.tributary.workflows.environment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that a source gives. Takes effect with the next run.
 *
 * @param schema Its schema in the source.
 * @param name Its name in the source.
 * @param target Its copy in the warehouse, {@code schema.table}. Absent: it has no copy, and is
 *     read through the external schema. A table with a copy can be reconciled.
 * @param key The columns that tell its rows apart. Empty: its primary key in the source. Loads and
 *     comparisons find rows by it.
 * @param primaryKey Whether the source declares a primary key. Absent: not known until the
 *     preflight. Zero-ETL needs one.
 * @param foreignTable Whether it is a foreign table in a PostgreSQL source, a window on yet another
 *     database. Redshift neither queries nor replicates through one: copy it into an ordinary table
 *     first.
 * @param route Its own route. Absent: that of the source.
 * @param freshness How old its copy may be. Absent: that of the source.
 * @param watermark How changes are found by incremental loads. Absent: change tracking for SQL
 *     Server, else it must be said. Without a meaning on other routes.
 * @param watermarkColumn The column whose value grows with every change; deletions are not seen
 *     that way. Absent: fine for every {@code watermark} but {@code COLUMN}.
 * @param masked Columns whose values appear in no report, log or sample.
 */
public record SourceTable(
    String schema,
    String name,
    @Format(TextFormat.QUALIFIED) @Nullable String target,
    List<String> key,
    @Nullable Boolean primaryKey,
    @Default("false") boolean foreignTable,
    @Nullable RouteKind route,
    @Limits(min = "0s", max = "366d") @Nullable Duration freshness,
    @Nullable Watermark watermark,
    @Nullable String watermarkColumn,
    List<String> masked) {

  /** How an incremental load finds what changed. */
  public enum Watermark {
    /** SQL Server change tracking: sees deletions; a history that is gone means a full load. */
    CHANGE_TRACKING,
    /** SQL Server change data capture. */
    CDC,
    /** A {@code rowversion} column of SQL Server: misses deletions. */
    ROWVERSION,
    /** A column that grows with every change: misses deletions. */
    COLUMN,
    /** No watermark: the whole table each time. */
    FULL
  }
}
