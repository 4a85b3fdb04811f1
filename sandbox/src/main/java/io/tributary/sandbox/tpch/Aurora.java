package io.tributary.sandbox.tpch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.sandbox.Part;
import io.tributary.sandbox.SandboxContext;
import io.tributary.sandbox.SandboxFailure;
import io.tributary.sandbox.postgres.PostgresServer;
import io.trino.tpch.TpchTable;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The source {@code aurora}: PostgreSQL with all of TPC-H and a reader whose login is a secret. */
public final class Aurora implements Part {
  private static final String DATABASE = "tpch";
  private static final String READER = "tributary_reader";
  private static final String SECRET = "tributary/sandbox/aurora";
  private static final String SUFFIX = "Sandbx";
  private static final int PASSWORD_BYTES = 18;

  private final SandboxContext context;
  private @Nullable PostgresServer server;
  private String secretArn = "";

  public Aurora(SandboxContext context) {
    this.context = context;
  }

  @Override
  public String name() {
    return "aurora";
  }

  @Override
  public void start() throws Exception {
    PostgresServer started =
        PostgresServer.start(
            context.state().resolve("aurora"), () -> context.state().ports().take("aurora"));
    server = started;
    started.createDatabase(DATABASE);
    try (Connection connection = started.connect(DATABASE)) {
      TpchTables tables = new TpchTables("public", context.options().scale(), sql -> sql);
      for (TpchTable<?> table : TpchTable.getTables()) {
        tables.ensure(connection, table);
      }
      secretArn = reader(connection, started.port());
    }
  }

  /** The role is made last, in the form that the secret then keeps; later rotations stay. */
  private String reader(Connection connection, int port) throws Exception {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Map<String, Object> secret = new LinkedHashMap<>();
    secret.put("engine", "postgres");
    secret.put("host", "127.0.0.1");
    secret.put("port", port);
    secret.put("username", READER);
    secret.put("password", HexFormat.of().formatHex(random));
    secret.put("dbname", DATABASE);
    ObjectMapper json = new ObjectMapper();
    String arn = context.secrets().ensure(SECRET, SUFFIX, json.writeValueAsString(secret));
    // What the secret says counts: a killed start may have left it without the role.
    JsonNode kept = json.readTree(context.secrets().current(SECRET).orElseThrow());
    if (kept.path("port").asInt() != port) {
      throw new SandboxFailure(
          "Port "
              + kept.path("port").asInt()
              + ", which the secret "
              + SECRET
              + " names, is in use by another program: end it, or take another state folder.");
    }
    if (!exists(connection)) {
      String password = kept.path("password").asText();
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE ROLE " + READER + " LOGIN PASSWORD '" + password.replace("'", "''") + "'");
        statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + READER);
      }
    }
    return arn;
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
      query.setString(1, READER);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Map<String, Object> describe() {
    PostgresServer running = server;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("engine", "postgres");
    source.put("host", "127.0.0.1");
    source.put("port", running.port());
    source.put("database", DATABASE);
    source.put("secretArn", secretArn);
    source.put("psql", running.psql(DATABASE));
    return Map.of("sources", Map.of("aurora", source));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
