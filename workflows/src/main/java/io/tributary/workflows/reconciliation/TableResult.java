package io.tributary.workflows.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one table. Row data is not in it: samples are in the evidence only.
 *
 * @param table {@code source.schema.table}
 * @param target {@code schema.table} in the warehouse
 * @param verdict what was found
 * @param method how it was compared
 * @param sourceRows rows in the source; -1 when unknown
 * @param targetRows rows in the warehouse; -1 when unknown
 * @param missing rows only in the source
 * @param extra rows only in the warehouse
 * @param changed rows in both that differ
 * @param columns columns that differ, most often first
 * @param millis wall time
 * @param bytes bytes read from both sides
 * @param error code and sentence; null where there is none
 * @param evidence location of the table's details, null if none
 */
public record TableResult(
    String table,
    String target,
    Verdict verdict,
    String method,
    long sourceRows,
    long targetRows,
    long missing,
    long extra,
    long changed,
    List<String> columns,
    long millis,
    long bytes,
    @Nullable String error,
    @Nullable String evidence) {

  /** What a comparison can find. An error never reads as equal or different. */
  public enum Verdict {
    /** Both sides hold the same rows. */
    EQUAL,
    /** They differ, and still did after the route's lag. */
    DIFFERENT,
    /** They differed at first and no longer did after the route's lag, or rows still arrive. */
    IN_FLIGHT,
    /** It could not be found out. */
    ERROR,
    /** Would be compared: mode PLAN. */
    PLANNED,
    /** The run was stopped before its end. */
    CANCELLED
  }
}
