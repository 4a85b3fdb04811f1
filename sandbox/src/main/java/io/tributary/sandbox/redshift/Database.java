package io.tributary.sandbox.redshift;

import io.tributary.sandbox.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** The warehouse's database: a PostgreSQL database dressed as Redshift. */
public final class Database {
  private final PostgresServer server;
  private final String name;
  private final Sessions sessions;
  private final Engine engine;

  /**
   * @param secrets gives the current value of a secret by its name, for external schemas
   */
  public Database(PostgresServer server, String name, Function<String, Optional<String>> secrets) {
    this.server = server;
    this.name = name;
    this.sessions = new Sessions(server, name);
    this.engine = new Engine(new ExternalSchemas(secrets));
  }

  /** Creates the database unless it is there, and what the sandbox keeps in it. */
  public void install() throws SQLException, IOException {
    server.createDatabase(name);
    try (Connection connection = server.connect(name)) {
      for (String script : new String[] {"registry.sql", "functions.sql", "views.sql"}) {
        Sql.run(connection, resource(script));
      }
      // On Redshift a backslash escapes in every literal.
      Sql.run(connection, "ALTER DATABASE \"" + name + "\" SET standard_conforming_strings = off");
      Sql.run(connection, "ALTER DATABASE \"" + name + "\" SET escape_string_warning = off");
      Sql.run(connection, "ALTER DATABASE \"" + name + "\" SET client_min_messages = warning");
      Sql.run(connection, "ALTER DATABASE \"" + name + "\" SET timezone = 'UTC'");
    }
  }

  /** Returns the database's name. */
  public String name() {
    return name;
  }

  /** Returns its connections. */
  public Sessions sessions() {
    return sessions;
  }

  /** Returns what runs commands. */
  public Engine engine() {
    return engine;
  }

  private static String resource(String file) throws IOException {
    try (InputStream stream = Database.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IOException("missing resource " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
