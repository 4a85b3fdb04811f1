package io.tributary.workflows.reconciliation;

/** How deep a reconciliation looks; each includes those before it. */
public enum Depth {
  /** Rows are counted. */
  COUNT,
  /** The whole content is compared by checksums. */
  CHECKSUM,
  /** Where checksums differ, the rows and columns that differ are named. */
  ROWS
}
