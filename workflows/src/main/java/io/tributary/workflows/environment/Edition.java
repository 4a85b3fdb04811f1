package io.tributary.workflows.environment;

/** The edition of SQL Server, which decides what can be captured there. */
public enum Edition {
  /** Enterprise. */
  ENTERPRISE,
  /** Standard. */
  STANDARD,
  /** Developer. */
  DEVELOPER,
  /** Web. */
  WEB,
  /** Express. */
  EXPRESS
}
