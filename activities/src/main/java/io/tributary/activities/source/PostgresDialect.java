package io.tributary.activities.source;

import io.tributary.activities.error.Diagnosis;
import io.tributary.activities.error.PostgresErrors;
import io.tributary.workflows.environment.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** PostgreSQL and Aurora PostgreSQL. */
final class PostgresDialect implements SourceDialect {
  /** The driver must not give up before the server does: the server's answer says why. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  @Override
  public int usualPort() {
    return 5432;
  }

  @Override
  public String url(String host, int port, String database) {
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
    return "jdbc:postgresql://" + host + ":" + port + "/" + name;
  }

  @Override
  public Properties settings(Source source, ReadPolicy policy) {
    Properties settings = new Properties();
    settings.setProperty("ApplicationName", "tributary");
    settings.setProperty("connectTimeout", seconds(policy.connect()));
    settings.setProperty("loginTimeout", seconds(policy.connect()));
    settings.setProperty("socketTimeout", seconds(policy.statement().plus(GRACE)));
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("readOnly", "true");
    // The text of a server's error may hold values of rows; the driver adds them by default.
    settings.setProperty("logServerErrorDetail", "false");
    secure(settings, source);
    return settings;
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  private static void secure(Properties settings, Source source) {
    switch (source.tls()) {
      case VERIFY_FULL -> {
        settings.setProperty("sslmode", "verify-full");
        String authority = source.caCertificate();
        if (authority == null) {
          settings.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else {
          settings.setProperty("sslrootcert", authority);
        }
      }
      case REQUIRE -> settings.setProperty("sslmode", "require");
      case DISABLE -> settings.setProperty("sslmode", "disable");
    }
  }

  @Override
  public void prepare(Connection connection, ReadPolicy policy) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    // A cursor on the server, and one snapshot for all statements, need a transaction.
    connection.setAutoCommit(false);
    try (Statement set = connection.createStatement()) {
      set.execute("SET LOCAL statement_timeout = " + policy.statement().toMillis());
      set.execute("SET LOCAL lock_timeout = " + policy.lock().toMillis());
      set.execute("SET LOCAL TimeZone = 'UTC'");
      set.execute("SET LOCAL DateStyle = 'ISO, YMD'");
      set.execute("SET LOCAL extra_float_digits = 1");
    }
  }

  @Override
  public Diagnosis diagnose(SQLException exception) {
    return PostgresErrors.diagnose(exception);
  }
}
