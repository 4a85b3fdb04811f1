package io.tributary.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PostgresServerTest {
  @TempDir Path folder;

  private static void run(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(PostgresServer server) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM kept")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What a kill -9 leaves is a server that goes on without its parent: here it is never closed. */
  @Test
  void takesOverFromAKilledProcessAndKeepsTheData() throws Exception {
    PostgresServer orphan = PostgresServer.start(folder, () -> 0);
    run(orphan, "CREATE TABLE kept AS SELECT 1 AS a");
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));

    try (PostgresServer next = PostgresServer.start(folder, () -> 0)) {
      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertThat(count(next)).isEqualTo(1);
      pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
      assertThat(ProcessHandle.of(pid)).isPresent();
      // Nothing was closed in time here either.
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
      try (PostgresServer last = PostgresServer.start(folder, () -> 0)) {
        assertThat(count(last)).isEqualTo(1);
      }
    }
  }

  @Test
  void wantsAPasswordFromEverybody() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder, () -> 0)) {
      run(server, "SELECT 1");

      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      server.jdbc("postgres"), PostgresServer.SUPERUSER, "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("password"))))
          .isEqualTo("rw-------");
      assertThat(Files.readAllLines(folder.resolve("data/pg_hba.conf")))
          .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
          .isNotEmpty()
          .allMatch(line -> line.endsWith("scram-sha-256"));
    }
  }
}
