package io.tributary.activities;

import io.tributary.activities.environment.EnvironmentFile;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.statement.DataApi;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The sandbox's warehouse as the product reaches it, and behind the product's back. */
public final class Warehouse {
  public static final WarehouseRef REF =
      new WarehouseRef(WarehouseKind.SERVERLESS, "sandbox", "dev", null);

  private final SandboxExtension sandbox;

  public Warehouse(SandboxExtension sandbox) {
    this.sandbox = sandbox;
  }

  public DataApi api() {
    StatementPolicy policy =
        new StatementPolicy(
            200,
            200,
            200,
            50,
            Duration.ofSeconds(30),
            Duration.ofMillis(200),
            8,
            Duration.ofMillis(20));
    return new DataApi(
        sandbox.handle().client(RedshiftDataClient.builder()), policy, InstantSource.system());
  }

  public DataApiStatements statements() {
    return new DataApiStatements(api());
  }

  public SourceSecrets secrets() {
    return new SourceSecrets(sandbox.handle().client(SecretsManagerClient.builder()));
  }

  /** The specification that the demo uses. */
  public static EnvironmentSpec specification() {
    String root = System.getProperty("tributary.root", "..");
    return EnvironmentFile.read(Path.of(root, "environments", "sandbox.yaml"));
  }

  /** Does something as the superuser, which the product does not see. */
  public void behindItsBack(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(sandbox.handle().warehouseJdbc());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Leaves the warehouse as the sandbox made it: nothing of the product's. */
  public void clean() {
    for (String schema : new String[] {"tributary", "sales", "mart", "aurora_tpch"}) {
      dropQuietly(schema);
    }
  }

  private void dropQuietly(String schema) {
    statements()
        .execute(REF, "clean-" + System.nanoTime(), "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
  }
}
