package io.tributary.sandbox.dataapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
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

  @Test
  void refreshesAMaterializedView() {
    WAREHOUSE.must(
        "CREATE SCHEMA mv",
        "CREATE TABLE mv.base (a bigint PRIMARY KEY, b varchar(10)) DISTKEY(a) SORTKEY(a)",
        "INSERT INTO mv.base VALUES (1, 'x'), (1, 'y')",
        "CREATE MATERIALIZED VIEW mv.v AUTO REFRESH NO AS SELECT b, count(*) AS n FROM mv.base GROUP BY b");
    assertThat(WAREHOUSE.rows("SELECT is_stale, state FROM svv_mv_info WHERE trim(name) = 'v'"))
        .containsExactly(List.of("f", "1"));
    WAREHOUSE.behind("INSERT INTO mv.base VALUES (2, 'z')");
    assertThat(WAREHOUSE.rows("SELECT is_stale, state FROM svv_mv_info WHERE trim(name) = 'v'"))
        .containsExactly(List.of("t", "1"));
    WAREHOUSE.must("REFRESH MATERIALIZED VIEW mv.v");
    assertThat(
            WAREHOUSE.rows("SELECT status FROM sys_mv_refresh_history WHERE trim(mv_name) = 'v'"))
        .containsExactly(List.of("Refresh successfully updated MV incrementally"));
  }
}
