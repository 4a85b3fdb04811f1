package io.tributary.activities.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.activities.Golden;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.environment.MaterializedView.Distribution;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.View;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Records in, SQL out; sqlfluff judges the golden files as well. */
class DdlTest {
  private static final SourceAddresses.Address AT =
      new SourceAddresses.Address("aurora.example.internal", 5432);

  @Test
  void createsASchema(TestInfo test) throws IOException {
    verify(test, SchemaDdl.create("mart"));
  }

  @Test
  void createsAnExternalSchemaOverPostgres(TestInfo test) throws IOException {
    verify(test, ExternalSchemaDdl.create(source(Engine.POSTGRES, "default"), AT));
  }

  @Test
  void createsAnExternalSchemaOverMySqlWithoutSchemaClause(TestInfo test) throws IOException {
    String role = "arn:aws:iam::111122223333:role/redshift-federated";
    verify(test, ExternalSchemaDdl.create(source(Engine.MYSQL, role), AT));
  }

  @Test
  void refusesAnExternalSchemaOverSqlServer() {
    Throwable failure =
        catchThrowable(() -> ExternalSchemaDdl.create(source(Engine.SQL_SERVER, "default"), AT));
    assertThat(Failures.code(failure)).contains(ErrorCode.ROUTE_REFUSED);
  }

  @Test
  void createsALateBindingView(TestInfo test) throws IOException {
    verify(
        test,
        LateBindingViewDdl.create(
            new View("sales.open_orders", "SELECT o_orderkey FROM tpch.orders;\n", null)));
  }

  @Test
  void createsAMaterializedViewWithRedshiftsDefaults(TestInfo test) throws IOException {
    verify(test, MaterializedViewDdl.create(view(Distribution.AUTO, null, List.of(), true, false)));
  }

  @Test
  void createsAMaterializedViewWithEveryClause(TestInfo test) throws IOException {
    verify(
        test,
        MaterializedViewDdl.create(
            view(Distribution.KEY, "o_custkey", List.of("o_orderdate", "o_custkey"), false, true)));
  }

  @Test
  void dropsWithoutCascade(TestInfo test) throws IOException {
    verify(test, MaterializedViewDdl.drop("mart.daily_sales"));
  }

  @Test
  void marksAViewByAComment(TestInfo test) throws IOException {
    verify(test, CommentDdl.onView("mart.daily_sales", "sandbox", "What the day's sales were"));
  }

  @Test
  void quotesNamesOnlyWhereTheyNeedIt() {
    assertThat(SqlText.identifier("daily_sales")).isEqualTo("daily_sales");
    assertThat(SqlText.identifier("Daily")).isEqualTo("\"Daily\"");
    assertThat(SqlText.identifier("order")).isEqualTo("\"order\"");
    assertThat(SqlText.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(SqlText.qualified("mart.x; DROP SCHEMA mart"))
        .isEqualTo("mart.\"x; DROP SCHEMA mart\"");
    assertThat(Failures.code(catchThrowable(() -> SqlText.identifier(" "))))
        .contains(ErrorCode.SPECIFICATION_INVALID);
    assertThat(Failures.code(catchThrowable(() -> SqlText.qualified("mart"))))
        .contains(ErrorCode.SPECIFICATION_INVALID);
  }

  @Test
  void letsNoLiteralEndEarly() {
    assertThat(SqlText.literal("it's")).isEqualTo("'it''s'");
    assertThat(SqlText.literal("\\")).isEqualTo("'\\\\'");
    assertThat(SqlText.literal("\\'; DROP TABLE t; --")).isEqualTo("'\\\\''; DROP TABLE t; --'");
    assertThat(SqlText.literal(null)).isEqualTo("NULL");
  }

  @Test
  void cutsLiteralsByBytesAndNotWithinACharacter() {
    assertThat(SqlText.literal("aé€😀", 3)).isEqualTo("'aé'");
    assertThat(SqlText.literal("aé€😀", 6)).isEqualTo("'aé€'");
    assertThat(SqlText.literal("aé€😀", 10)).isEqualTo("'aé€😀'");
  }

  private static void verify(TestInfo test, String sql) throws IOException {
    Golden.verify(test, "sql", (sql + ";\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MaterializedView view(
      Distribution distribution,
      @Nullable String key,
      List<String> sortKeys,
      boolean backup,
      boolean autoRefresh) {
    return new MaterializedView(
        "mart.daily_sales",
        "SELECT o_orderdate, o_custkey, SUM(o_totalprice) AS total\nFROM tpch.orders\nGROUP BY"
            + " o_orderdate, o_custkey",
        "marts",
        Duration.ofHours(1),
        autoRefresh,
        backup,
        distribution,
        key,
        sortKeys,
        null);
  }

  private static Source source(Engine engine, String role) {
    return new Source(
        "aurora",
        engine,
        "17",
        null,
        Hosting.AURORA,
        null,
        null,
        "tpch",
        "arn:aws:secretsmanager:us-west-2:111122223333:secret:tributary/aurora-abcdef",
        null,
        null,
        new Source.ExternalSchema("aurora_tpch", "public", role),
        null,
        Source.Tls.VERIFY_FULL,
        Duration.ofHours(1),
        4,
        List.of());
  }
}
