package io.tributary.activities.source;

import io.tributary.activities.error.Diagnosis;
import io.tributary.workflows.environment.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** What differs between the engines of sources when a connection is opened and used. */
interface SourceDialect {
  /** The port where neither the specification nor the secret names one. */
  int usualPort();

  /** Returns the driver's URL: machine and database only, never a login. */
  String url(String host, int port, String database);

  /** Returns the driver's settings that secure and limit the connection, without the login. */
  Properties settings(Source source, ReadPolicy policy);

  /**
   * Makes a fresh connection read only, in one snapshot, and limited in time.
   *
   * @throws SQLException as the driver throws it
   */
  void prepare(Connection connection, ReadPolicy policy) throws SQLException;

  /** Says what an exception of the driver means. */
  Diagnosis diagnose(SQLException exception);
}
