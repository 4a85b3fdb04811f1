package io.tributary.workflows.environment;

/** How the warehouse is run. */
public enum WarehouseKind {
  /** A Redshift Serverless workgroup. */
  SERVERLESS,
  /** A provisioned Redshift cluster. */
  PROVISIONED
}
