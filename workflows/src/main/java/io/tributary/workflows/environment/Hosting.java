package io.tributary.workflows.environment;

/** Who runs the source's machines. */
public enum Hosting {
  /** Amazon Aurora. */
  AURORA,
  /** Amazon RDS. */
  RDS,
  /** Azure SQL Database or Managed Instance. */
  AZURE,
  /** A machine of one's own: in a data centre or on EC2. */
  SELF_MANAGED
}
