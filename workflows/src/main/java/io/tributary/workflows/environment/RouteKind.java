package io.tributary.workflows.environment;

/** How a source reaches the warehouse. */
public enum RouteKind {
  /** Live, read-only queries from the warehouse into RDS or Aurora PostgreSQL and MySQL. */
  FEDERATED,
  /** Continuous replication of an Aurora or RDS database by AWS. */
  ZERO_ETL,
  /** Replication of a self-managed database through AWS DMS and Glue, provisioned target only. */
  ZERO_ETL_SELF_MANAGED,
  /** Scheduled loads of what changed, by Tributary. */
  INCREMENTAL_LOAD,
  /** Somebody else's pipeline: nothing is created; observed, refreshed after, reconciled. */
  EXTERNAL
}
