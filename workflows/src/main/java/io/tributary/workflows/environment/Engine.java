package io.tributary.workflows.environment;

/** The database engine of a source. */
public enum Engine {
  /** PostgreSQL, also Aurora PostgreSQL. */
  POSTGRES,
  /** MySQL, also Aurora MySQL. */
  MYSQL,
  /** MariaDB. */
  MARIADB,
  /** Microsoft SQL Server. */
  SQL_SERVER,
  /** Oracle Database. */
  ORACLE
}
