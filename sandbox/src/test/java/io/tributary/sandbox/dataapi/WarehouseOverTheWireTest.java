package io.tributary.sandbox.dataapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.junit.SandboxExtension;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;

/**
 * The unmodified SDK against the process: what is there from the start, and federation to Aurora.
 */
@Timeout(180)
class WarehouseOverTheWireTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private static RedshiftDataClient client;

  @BeforeAll
  static void connect() {
    client = SANDBOX.handle().client(RedshiftDataClient.builder());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  private static DescribeStatementResponse run(String sql) {
    String id =
        client
            .executeStatement(
                r -> r.sql(sql).workgroupName("sandbox").database("dev").waitTimeSeconds(30))
            .id();
    return client.describeStatement(r -> r.id(id).waitTimeSeconds(30));
  }

  private static long number(String sql) {
    DescribeStatementResponse done = run(sql);
    assertThat(done.error()).isNull();
    return client.getStatementResult(r -> r.id(done.id())).records().get(0).get(0).longValue();
  }

  @Test
  void holdsCopiesOfTheSource() throws SQLException {
    try (var source = DriverManager.getConnection(SANDBOX.handle().sourceJdbc("aurora"));
        var statement = source.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM lineitem")) {
      rows.next();
      assertThat(number("SELECT count(*) FROM tpch.lineitem"))
          .isPositive()
          .isEqualTo(rows.getLong(1));
    }
    assertThat(number("SELECT count(*) FROM tpch.nation_profile WHERE n_motto <> ''"))
        .isEqualTo(25);
  }

  @Test
  void reachesTheSourceWithTheSecret() {
    var aurora = SANDBOX.handle().json().path("sources").path("aurora");
    DescribeStatementResponse made =
        run(
            "CREATE EXTERNAL SCHEMA IF NOT EXISTS wire FROM POSTGRES DATABASE 'tpch' URI '127.0.0.1' PORT "
                + aurora.path("port").asInt()
                + " IAM_ROLE default SECRET_ARN '"
                + aurora.path("secretArn").asText()
                + "'");
    assertThat(made.error()).isNull();

    assertThat(number("SELECT count(*) FROM wire.supplier")).isPositive();

    assertThat(run("DROP SCHEMA wire").error()).isNull();
  }

  @Test
  void typedErrorsAndSqlErrorsAreDifferentThings() {
    assertThatThrownBy(
            () -> client.describeStatement(r -> r.id("00000000-0000-0000-0000-000000000000")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(run("SELECT * FROM nowhere").error())
        .isEqualTo("ERROR: relation \"nowhere\" does not exist");
  }
}
