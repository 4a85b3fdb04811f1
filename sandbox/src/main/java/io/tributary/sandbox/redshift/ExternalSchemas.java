package io.tributary.sandbox.redshift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.sandbox.redshift.dialect.Command.CreateExternalSchema;
import io.tributary.sandbox.redshift.dialect.QualifiedName;
import io.tributary.sandbox.redshift.dialect.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * External schemas over PostgreSQL: foreign tables that cannot be written, with the login that the
 * secret holds at the moment of use.
 */
final class ExternalSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUFFIX = 7;

  private final Function<String, Optional<String>> secrets;

  /** The secret's text with which a schema's login was last set. */
  private final Map<String, String> current = new ConcurrentHashMap<>();

  /**
   * @param secrets gives the current value of a secret by its name
   */
  ExternalSchemas(Function<String, Optional<String>> secrets) {
    this.secrets = secrets;
  }

  private record Login(String user, String password) {
    String options(String verb) {
      return "OPTIONS ("
          + verb
          + "user "
          + literal(user)
          + ", "
          + verb
          + "password "
          + literal(password)
          + ")";
    }
  }

  void create(Connection connection, CreateExternalSchema create) throws SQLException {
    boolean exists =
        !Sql.list(connection, r -> 1, "SELECT FROM pg_namespace WHERE nspname = ?", create.name())
            .isEmpty();
    if (exists && create.ifNotExists()) {
      return;
    }
    String secret = secret(create.secretArn());
    String schema = QualifiedName.quote(create.name());
    String server = server(create.name());
    Sql.run(connection, "CREATE SCHEMA " + schema);
    Sql.run(
        connection,
        "CREATE SERVER "
            + server
            + " FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host "
            + literal(create.uri())
            + ", port '"
            + create.port()
            + "', dbname "
            + literal(create.database())
            + ", updatable 'false', fetch_size '5000')");
    Sql.run(
        connection,
        "CREATE USER MAPPING FOR PUBLIC SERVER " + server + " " + login(secret).options(""));
    Sql.run(
        connection,
        "IMPORT FOREIGN SCHEMA "
            + QualifiedName.quote(create.schema())
            + " FROM SERVER "
            + server
            + " INTO "
            + schema);
    Sql.run(connection, "CALL sandbox.widen(" + literal(create.name()) + ")");
    Sql.update(
        connection,
        "INSERT INTO sandbox.external_schema VALUES (?, ?, ?, ?, ?, ?, ?)",
        create.name(),
        create.database(),
        create.schema(),
        create.uri(),
        create.port(),
        create.secretArn(),
        String.valueOf(create.role()));
    current.put(create.name(), secret);
  }

  /** Drops an external schema; says whether it was one. */
  boolean drop(Connection connection, String name) throws SQLException {
    if (Sql.update(connection, "DELETE FROM sandbox.external_schema WHERE name = ?", name) == 0) {
      return false;
    }
    Sql.run(connection, "DROP SERVER " + server(name) + " CASCADE");
    Sql.run(connection, "DROP SCHEMA " + QualifiedName.quote(name) + " CASCADE");
    current.remove(name);
    return true;
  }

  /** Takes over the logins of secrets that have changed since their last use. */
  void renewLogins(Connection connection) throws SQLException {
    record Schema(String name, String arn) {}
    List<Schema> schemas =
        Sql.list(
            connection,
            row -> new Schema(row.getString(1), row.getString(2)),
            "SELECT name, secret_arn FROM sandbox.external_schema");
    for (Schema schema : schemas) {
      Optional<String> secret = secrets.apply(name(schema.arn()));
      if (secret.isPresent() && !secret.get().equals(current.get(schema.name()))) {
        Sql.run(
            connection,
            "ALTER USER MAPPING FOR PUBLIC SERVER "
                + server(schema.name())
                + " "
                + login(secret.get()).options("SET "));
        current.put(schema.name(), secret.get());
      }
    }
  }

  private String secret(String arn) {
    return secrets
        .apply(name(arn))
        .orElseThrow(
            () ->
                Refusal.byRedshift(
                    "Failed to get the secret " + arn + ": ResourceNotFoundException"));
  }

  /** An ARN ends with the secret's name, a hyphen and six characters. */
  private static String name(String arn) {
    int start = arn.indexOf(":secret:");
    return start < 0 || arn.length() < start + 8 + SUFFIX
        ? arn
        : arn.substring(start + 8, arn.length() - SUFFIX);
  }

  private static Login login(String secret) {
    try {
      JsonNode json = JSON.readTree(secret);
      return new Login(json.path("username").asText(), json.path("password").asText());
    } catch (JsonProcessingException e) {
      // Without the cause: it would show the secret's text.
      throw Refusal.byRedshift("The secret is not a JSON object");
    }
  }

  private static String server(String schema) {
    return QualifiedName.quote("external_" + schema);
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
