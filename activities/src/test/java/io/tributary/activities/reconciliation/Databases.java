package io.tributary.activities.reconciliation;

import io.tributary.activities.source.JdbcSources;
import io.tributary.activities.source.ReadPolicy;
import io.tributary.activities.source.SourceConnection;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.sandbox.junit.SandboxHandle;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Both databases of a sandbox, reached as the product reaches them; and changed as tests like. */
public final class Databases implements AutoCloseable {
  private final SandboxHandle sandbox;
  private final RedshiftDataClient data;
  private final SecretsManagerClient secrets;
  private final WarehouseStatements statements;
  private final JdbcSources sources;

  public Databases(SandboxHandle sandbox) {
    this.sandbox = sandbox;
    data = sandbox.client(RedshiftDataClient.builder());
    secrets = sandbox.client(SecretsManagerClient.builder());
    statements = new DataApiStatements(data, StatementPolicy.standard(), InstantSource.system());
    sources = new JdbcSources(new SourceSecrets(secrets), ReadPolicy.usual());
  }

  public WarehouseStatements statements() {
    return statements;
  }

  public JdbcSources sources() {
    return sources;
  }

  public WarehouseRef warehouse() {
    return new WarehouseRef(WarehouseKind.SERVERLESS, "sandbox", "dev", null);
  }

  /** The sandbox's Aurora as the specification describes it. */
  public Source source() {
    return new Source(
        "aurora",
        Engine.POSTGRES,
        null,
        null,
        Hosting.AURORA,
        null,
        null,
        "tpch",
        sandbox.json().path("sources").path("aurora").path("secretArn").asText(),
        null,
        null,
        null,
        null,
        Source.Tls.DISABLE,
        Duration.ofHours(1),
        4,
        List.of());
  }

  public SourceConnection open() {
    return sources.open(source());
  }

  /** Runs statements in the source as its administrator. */
  public void inSource(String... sqls) throws SQLException {
    try (Connection connection = DriverManager.getConnection(sandbox.sourceJdbc("aurora"));
        Statement statement = connection.createStatement()) {
      for (String sql : sqls) {
        statement.execute(sql);
      }
    }
  }

  /** Runs statements in the warehouse through the Data API. */
  public void inWarehouse(String... sqls) {
    for (String sql : sqls) {
      statements.execute(warehouse(), UUID.randomUUID().toString(), sql);
    }
  }

  @Override
  public void close() {
    data.close();
    secrets.close();
  }
}
