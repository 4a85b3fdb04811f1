package io.tributary.workflows.environment;

import java.util.List;

/**
 * A masking or row-level policy of the warehouse. Takes effect with the next governance run. A
 * materialized view cannot be built on a table under a policy.
 *
 * @param name Its name.
 * @param kind What it protects.
 * @param columns The columns that the expression reads, each {@code name type}.
 * @param using The SQL expression: what is shown for masking, which rows are shown for rows.
 * @param on The tables it is attached to, {@code schema.table}. Never of an external schema.
 * @param roles The roles it holds for. Empty: everybody.
 * @param priority Which of several masking policies wins on one column: the highest.
 */
public record Policy(
    @Format(TextFormat.IDENTIFIER) String name,
    Kind kind,
    List<String> columns,
    String using,
    @Format(TextFormat.QUALIFIED) List<String> on,
    @Format(TextFormat.IDENTIFIER) List<String> roles,
    @Default("0") @Limits(min = "0", max = "10000") int priority) {

  /** What a policy protects. */
  public enum Kind {
    /** Values of columns. */
    MASKING,
    /** Rows. */
    ROW_LEVEL
  }
}
