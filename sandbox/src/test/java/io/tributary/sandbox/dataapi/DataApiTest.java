package io.tributary.sandbox.dataapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.trouble.Fault;
import io.tributary.sandbox.trouble.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

@Timeout(60)
class DataApiTest {
  @RegisterExtension static final InProcessWarehouse WAREHOUSE = new InProcessWarehouse();

  @Test
  void typesTheFieldsOfAResult() {
    DescribeStatementResponse done =
        WAREHOUSE.run(
            "SELECT 1::bigint AS i, 1.50::numeric(10,2) AS n, 'x'::varchar(5) AS t, true AS b,"
                + " 0.5::float8 AS f, NULL::int AS nothing, date '2024-02-29' AS d");

    assertThat(done.error()).isNull();
    var result = WAREHOUSE.client().getStatementResult(r -> r.id(done.id()));
    assertThat(result.records().get(0).get(0).longValue()).isEqualTo(1);
    assertThat(result.records().get(0).get(1).stringValue()).isEqualTo("1.50");
    assertThat(result.records().get(0).get(3).booleanValue()).isTrue();
    assertThat(result.records().get(0).get(4).doubleValue()).isEqualTo(0.5);
    assertThat(result.records().get(0).get(5).isNull()).isTrue();
    assertThat(result.records().get(0).get(6).stringValue()).isEqualTo("2024-02-29");
    assertThat(result.columnMetadata())
        .extracting(c -> c.typeName())
        .startsWith("int8", "numeric", "varchar", "bool");
    assertThat(done.resultRows()).isEqualTo(1);
    assertThat(done.duration()).isPositive();
  }

  @Test
  void givesALargeResultInPages() {
    List<List<String>> rows =
        WAREHOUSE.rows("SELECT g, repeat('x', 1000) FROM generate_series(1, 5000) g ORDER BY g");

    assertThat(rows).hasSize(5000);
    assertThat(rows.get(4999).get(0)).isEqualTo("5000");
  }

  @Test
  void aFailedStatementIsAnAnswerAndNotAnException() {
    assertThat(WAREHOUSE.error("SELECT * FROM nowhere"))
        .isEqualTo("ERROR: relation \"nowhere\" does not exist");
  }

  @Test
  void theSameTokenIsTheSameStatement() {
    var one =
        WAREHOUSE
            .client()
            .executeStatement(
                r -> r.sql("SELECT 1").clientToken("t-1").workgroupName("sandbox").database("dev"));
    var two =
        WAREHOUSE
            .client()
            .executeStatement(
                r -> r.sql("SELECT 1").clientToken("t-1").workgroupName("sandbox").database("dev"));

    assertThat(two.id()).isEqualTo(one.id());
  }

  @Test
  void unknownIdsAndWorkgroupsAreRefused() {
    assertThatThrownBy(
            () ->
                WAREHOUSE
                    .client()
                    .describeStatement(r -> r.id("00000000-0000-0000-0000-000000000000")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                WAREHOUSE
                    .client()
                    .executeStatement(
                        r -> r.sql("SELECT 1").workgroupName("other").database("dev")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("endpoint doesn't exist");
  }

  @Test
  void aBatchIsOneTransaction() {
    var answer =
        WAREHOUSE.batch("CREATE TABLE rolled_back (a int)", "SELECT * FROM nowhere", "SELECT 1");

    assertThat(answer.statusAsString()).isEqualTo("FAILED");
    assertThat(answer.subStatements())
        .extracting(s -> s.statusAsString())
        .containsExactly("FINISHED", "FAILED", "ABORTED");
    assertThat(WAREHOUSE.error("SELECT * FROM rolled_back")).contains("does not exist");
  }

  private static ExecuteStatementRequest.Builder select(String sql) {
    return ExecuteStatementRequest.builder().sql(sql).workgroupName("sandbox").database("dev");
  }

  @Test
  void listsByPrefixAndOnlyFinishedOnesByDefault() {
    var client = WAREHOUSE.client();
    client.executeStatement(
        select("SELECT 1").statementName("List-one").waitTimeSeconds(30).build());
    client.executeStatement(
        select("SELECT x").statementName("List-two").waitTimeSeconds(30).build());
    client.executeStatement(
        select("SELECT 1").statementName("list-three").waitTimeSeconds(30).build());

    assertThat(client.listStatements(r -> r.statementName("List-")).statements())
        .extracting(StatementData::statementName)
        .containsExactly("List-one");
    assertThat(client.listStatements(r -> r.statementName("List-").status("ALL")).statements())
        .extracting(StatementData::statementName)
        .containsExactlyInAnyOrder("List-one", "List-two");
    assertThat(client.listStatements(r -> r.statementName("List-").status("FAILED")).statements())
        .hasSize(1);
    var first = client.listStatements(r -> r.status("ALL").maxResults(1));
    assertThat(first.statements()).hasSize(1);
    assertThat(first.nextToken()).isNotNull();
  }

  @Test
  void parametersAreValuesAndNothingElse() {
    var client = WAREHOUSE.client();
    String evil = "x'); DROP TABLE t; -- \\";
    String id =
        client
            .executeStatement(
                select("SELECT :p AS p, ':p', 5 + :n::int AS n")
                    .parameters(
                        SqlParameter.builder().name("p").value(evil).build(),
                        SqlParameter.builder().name("n").value("2").build())
                    .waitTimeSeconds(30)
                    .build())
            .id();

    var row = client.getStatementResult(r -> r.id(id)).records().get(0);
    assertThat(row.get(0).stringValue()).isEqualTo(evil);
    assertThat(row.get(1).stringValue()).isEqualTo(":p");
    assertThat(row.get(2).longValue()).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesWhatTheDataApiRefuses(ExecuteStatementRequest request, String why) {
    assertThatThrownBy(() -> WAREHOUSE.client().executeStatement(request))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(why);
  }

  static List<Arguments> invalid() {
    var parameter = SqlParameter.builder().name("p").value("1").build();
    var empty = SqlParameter.builder().name("p").value("").build();
    return List.of(
        Arguments.of(select("SELECT 1; SELECT 2").build(), "Multiple SQL statements"),
        Arguments.of(select("SELECT '" + "x".repeat(102_400) + "'").build(), "100 KB"),
        Arguments.of(select("SELECT 1").parameters(parameter).build(), "unused"),
        Arguments.of(select("SELECT :p").build(), "undefined"),
        Arguments.of(select("SELECT :p").parameters(empty).build(), "must not be empty"),
        Arguments.of(select("SELECT 1").waitTimeSeconds(31).build(), "between 1 and 30"),
        Arguments.of(select("SELECT 1").clusterIdentifier("c").build(), "Exactly one of"),
        Arguments.of(select("SELECT 1").clientToken("t".repeat(65)).build(), "ClientToken"),
        Arguments.of(select("SELECT 1").sessionKeepAliveSeconds(5).build(), "Sessions"),
        Arguments.of(select("SELECT 1").database(null).build(), "database"));
  }

  @Test
  void aWrongDatabaseFailsAsAStatement() {
    var client = WAREHOUSE.client();
    String id =
        client
            .executeStatement(select("SELECT 1").database("other").waitTimeSeconds(30).build())
            .id();

    assertThat(client.describeStatement(r -> r.id(id)).error())
        .isEqualTo("FATAL: database \"other\" does not exist");
    assertThatThrownBy(() -> client.getStatementResult(r -> r.id(id)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aRowMayHave64Kilobytes() {
    assertThat(WAREHOUSE.rows("SELECT repeat('x', 65536)")).hasSize(1);
    assertThat(WAREHOUSE.error("SELECT repeat('x', 65537)")).contains("too large");
  }

  @Test
  void aRunningStatementIsCancelled() {
    var client = WAREHOUSE.client();
    String id = client.executeStatement(select("SELECT pg_sleep(50)").build()).id();
    while (!client.describeStatement(r -> r.id(id)).statusAsString().equals("STARTED")) {
      Thread.onSpinWait();
    }

    assertThat(client.cancelStatement(r -> r.id(id)).status()).isTrue();

    assertThat(client.describeStatement(r -> r.id(id).waitTimeSeconds(30)).statusAsString())
        .isEqualTo("ABORTED");
    assertThatThrownBy(() -> client.cancelStatement(r -> r.id(id)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("ABORTED");
  }

  @Test
  void aHeldStatementEndsWhenTheFaultIsRemoved() {
    var faults = WAREHOUSE.running().conditions.faults();
    String fault = faults.add(fault("held", FaultKind.HOLD));
    var client = WAREHOUSE.client();
    String id = client.executeStatement(select("SELECT 'held'").build()).id();
    assertThat(client.describeStatement(r -> r.id(id).waitTimeSeconds(1)).statusAsString())
        .isEqualTo("STARTED");
    String cancelled = client.executeStatement(select("SELECT 'held' AS again").build()).id();
    client.cancelStatement(r -> r.id(cancelled));
    assertThat(client.describeStatement(r -> r.id(cancelled).waitTimeSeconds(30)).statusAsString())
        .isEqualTo("ABORTED");

    faults.remove(fault);

    assertThat(client.describeStatement(r -> r.id(id).waitTimeSeconds(30)).statusAsString())
        .isEqualTo("FINISHED");
  }

  @Test
  void anInjectedErrorIsTheStatementsError() {
    WAREHOUSE.running().conditions.faults().add(fault("unlucky", FaultKind.SQL_ERROR));

    assertThat(WAREHOUSE.error("SELECT 'unlucky'")).isEqualTo("ERROR: injected");
    assertThat(WAREHOUSE.value("SELECT 'unlucky'")).isEqualTo("unlucky");
  }

  @Test
  void aSlowStatementTakesItsTime() {
    WAREHOUSE.running().conditions.faults().add(fault("tired", FaultKind.SLOW));

    assertThat(WAREHOUSE.run("SELECT 'tired'").duration()).isGreaterThan(200_000_000L);
  }

  private static Fault fault(String sql, FaultKind kind) {
    int times = kind == FaultKind.HOLD ? 2 : 1;
    return new Fault(
        "redshift-data",
        null,
        Pattern.compile(sql),
        kind,
        Duration.ofMillis(200),
        times,
        1,
        "ERROR: injected");
  }

  @Test
  void everyExecutionIsLogged() throws IOException {
    String sql = "SELECT 'logged once'";
    WAREHOUSE
        .client()
        .executeStatement(
            select(sql)
                .statementName("log-name")
                .clientToken("log-token")
                .waitTimeSeconds(30)
                .build());
    WAREHOUSE
        .client()
        .executeStatement(
            select(sql)
                .statementName("log-name")
                .clientToken("log-token")
                .waitTimeSeconds(30)
                .build());

    assertThat(Files.readAllLines(WAREHOUSE.running().folder.resolve("executions.jsonl")))
        .filteredOn(line -> line.contains("log-token"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("\"event\":\"STARTED\"", "\"name\":\"log-name\"", sha256(sql)),
            line -> assertThat(line).contains("\"event\":\"FINISHED\""));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsItsHistoryInTheCatalogue() {
    WAREHOUSE.run("SELECT 'in the history'");

    assertThat(
            WAREHOUSE.rows(
                "SELECT trim(status), trim(query_type) FROM sys_query_history WHERE query_text LIKE 'SELECT ''in the history''%'"))
        .containsExactly(List.of("success", "SELECT"));
  }

  @Test
  void remembersStatementsAndResultsOverARestart() throws Exception {
    String done = WAREHOUSE.run("SELECT 'kept'").id();
    String lost =
        WAREHOUSE
            .client()
            .executeStatement(select("SELECT pg_sleep(50)").clientToken("lost").build())
            .id();
    try (DataApi restarted = WAREHOUSE.running().another()) {
      restarted.start();
      var client = restarted.of("sandbox");

      assertThat(client.getStatementResult(r -> r.id(done)).records().get(0).get(0).stringValue())
          .isEqualTo("kept");
      assertThat(client.describeStatement(r -> r.id(lost)).statusAsString()).isEqualTo("FAILED");
      assertThat(
              client
                  .executeStatement(select("SELECT pg_sleep(50)").clientToken("lost").build())
                  .id())
          .isEqualTo(lost);
    }
    WAREHOUSE.client().cancelStatement(r -> r.id(lost));
  }

  @Test
  void anotherAccountSeesNothing() {
    var other = WAREHOUSE.running().api().of(null);
    String id = WAREHOUSE.run("SELECT 1").id();

    assertThatThrownBy(() -> other.executeStatement(select("SELECT 1").build()))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> other.describeStatement(r -> r.id(id)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(other.listStatements(r -> r.status("ALL")).statements()).isEmpty();
  }
}
