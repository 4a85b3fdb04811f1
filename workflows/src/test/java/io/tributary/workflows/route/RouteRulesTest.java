package io.tributary.workflows.route;

import static io.tributary.workflows.environment.Engine.MARIADB;
import static io.tributary.workflows.environment.Engine.MYSQL;
import static io.tributary.workflows.environment.Engine.ORACLE;
import static io.tributary.workflows.environment.Engine.POSTGRES;
import static io.tributary.workflows.environment.Engine.SQL_SERVER;
import static io.tributary.workflows.environment.Hosting.AURORA;
import static io.tributary.workflows.environment.Hosting.AZURE;
import static io.tributary.workflows.environment.Hosting.RDS;
import static io.tributary.workflows.environment.Hosting.SELF_MANAGED;
import static io.tributary.workflows.environment.RouteKind.EXTERNAL;
import static io.tributary.workflows.environment.RouteKind.FEDERATED;
import static io.tributary.workflows.environment.RouteKind.INCREMENTAL_LOAD;
import static io.tributary.workflows.environment.RouteKind.ZERO_ETL;
import static io.tributary.workflows.environment.RouteKind.ZERO_ETL_SELF_MANAGED;
import static io.tributary.workflows.route.Situation.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.environment.Edition;
import io.tributary.workflows.environment.SourceTable.Watermark;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule about routes, once broken and once just satisfied. */
class RouteRulesTest {
  record Row(RouteRule rule, Situation broken, Situation satisfied) {
    @Override
    public String toString() {
      return rule + ": " + broken;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(federated(), zeroEtl(), target(), selfManaged(), loads())
        .flatMap(List::stream);
  }

  private static Row row(RouteRule rule, Situation broken, Situation satisfied) {
    return new Row(rule, broken, satisfied);
  }

  private static Situation postgres() {
    return source(POSTGRES, AURORA, "16.4");
  }

  private static List<Row> federated() {
    Situation good = postgres().asks(FEDERATED);
    return List.of(
        row(RouteRule.FEDERATED_ENGINE, source(SQL_SERVER, RDS, "2022").asks(FEDERATED), good),
        row(RouteRule.FEDERATED_ENGINE, source(ORACLE, RDS, "19").asks(FEDERATED), good),
        row(RouteRule.FEDERATED_ENGINE, source(MARIADB, RDS, "10.6").asks(FEDERATED), good),
        row(
            RouteRule.FEDERATED_HOSTING,
            source(POSTGRES, SELF_MANAGED, "16").asks(FEDERATED),
            source(POSTGRES, RDS, "16").asks(FEDERATED)),
        row(
            RouteRule.FEDERATED_HOSTING,
            source(MYSQL, AZURE, "8.0").asks(FEDERATED),
            source(MYSQL, RDS, "8.0").asks(FEDERATED)),
        row(
            RouteRule.FEDERATED_VERSION,
            source(POSTGRES, RDS, "9.5").asks(FEDERATED),
            source(POSTGRES, RDS, "9.6").asks(FEDERATED)),
        row(
            RouteRule.FEDERATED_VERSION,
            source(MYSQL, RDS, "5.5").asks(FEDERATED),
            source(MYSQL, RDS, "5.6").asks(FEDERATED)),
        row(
            RouteRule.FEDERATED_FOREIGN_TABLE,
            postgres().asks(FEDERATED).table("orders", true, true),
            postgres().asks(FEDERATED).table("orders", true, false)),
        row(
            RouteRule.FEDERATED_MYSQL_SCHEMA,
            source(MYSQL, RDS, "8.0").asks(FEDERATED).sourceSchema("shop"),
            postgres().asks(FEDERATED).sourceSchema("shop")),
        row(
            RouteRule.FEDERATED_CASE,
            postgres().asks(FEDERATED).caseSensitive(false).table("Orders", true, false),
            postgres().asks(FEDERATED).caseSensitive(true).table("Orders", true, false)));
  }

  private static List<Row> zeroEtl() {
    Situation good = postgres().asks(ZERO_ETL);
    Situation long_ = postgres().asks(ZERO_ETL).table("t".repeat(240), true, false);
    return List.of(
        row(RouteRule.ZERO_ETL_ENGINE, source(SQL_SERVER, RDS, "2022").asks(ZERO_ETL), good),
        row(RouteRule.ZERO_ETL_ENGINE, source(MARIADB, RDS, "10.6").asks(ZERO_ETL), good),
        row(RouteRule.ZERO_ETL_HOSTING, source(MYSQL, SELF_MANAGED, "8.0").asks(ZERO_ETL), good),
        row(
            RouteRule.ZERO_ETL_AURORA_ORACLE,
            source(ORACLE, AURORA, "19").asks(ZERO_ETL),
            source(ORACLE, RDS, "19").asks(ZERO_ETL)),
        row(
            RouteRule.ZERO_ETL_AURORA_MYSQL_VERSION,
            source(MYSQL, AURORA, "3.05.1").asks(ZERO_ETL),
            source(MYSQL, AURORA, "3.05.2").asks(ZERO_ETL)),
        row(
            RouteRule.ZERO_ETL_AURORA_POSTGRES_VERSION,
            source(POSTGRES, AURORA, "15.4").asks(ZERO_ETL),
            source(POSTGRES, AURORA, "16.4").asks(ZERO_ETL)),
        row(RouteRule.ZERO_ETL_SOURCE_ARN, postgres().asks(ZERO_ETL).cluster(null), good),
        row(
            RouteRule.ZERO_ETL_FOREIGN_TABLE,
            postgres().asks(ZERO_ETL).table("orders", true, true),
            postgres().asks(ZERO_ETL).table("orders", true, false)),
        row(
            RouteRule.ZERO_ETL_FILTER_PATTERNS,
            postgres().asks(ZERO_ETL).tables(100),
            postgres().asks(ZERO_ETL).tables(99)),
        row(RouteRule.ZERO_ETL_FILTER_LENGTH, long_, good),
        row(
            RouteRule.ZERO_ETL_FILTER_PATCH,
            postgres().asks(ZERO_ETL).cluster("ra3.xlplus", 2, 179, true),
            postgres().asks(ZERO_ETL).cluster("ra3.xlplus", 2, 180, true)));
  }

  private static List<Row> target() {
    Situation good = postgres().asks(ZERO_ETL).cluster("ra3.xlplus", 2, null, true);
    return List.of(
        row(
            RouteRule.TARGET_ENCRYPTED,
            postgres().asks(ZERO_ETL).cluster("ra3.xlplus", 2, null, false),
            good),
        row(
            RouteRule.TARGET_NODE_TYPE,
            postgres().asks(ZERO_ETL).cluster("dc2.large", 2, null, true),
            good),
        row(
            RouteRule.TARGET_NODE_TYPE,
            postgres().asks(ZERO_ETL).cluster("rg.xlarge", 2, null, true),
            postgres().asks(ZERO_ETL).cluster("rg.xlarge", 2, null, true).allowRgNodes()),
        row(
            RouteRule.TARGET_NODES,
            postgres().asks(ZERO_ETL).cluster("ra3.xlplus", 1, null, true),
            good),
        row(
            RouteRule.TARGET_CASE_SENSITIVE,
            postgres().asks(ZERO_ETL).caseSensitive(false),
            postgres().asks(ZERO_ETL).caseSensitive(true)),
        row(
            RouteRule.TARGET_PRIMARY_KEY,
            postgres().asks(ZERO_ETL).table("log", false, false),
            postgres().asks(ZERO_ETL).table("log", true, false)),
        row(
            RouteRule.FRESHNESS_REPLICATION,
            postgres().asks(ZERO_ETL).fresh(Duration.ofSeconds(59)),
            postgres().asks(ZERO_ETL).fresh(Duration.ofMinutes(1))));
  }

  private static Situation sqlServer(String version) {
    return source(SQL_SERVER, SELF_MANAGED, version)
        .asks(ZERO_ETL_SELF_MANAGED)
        .cluster("ra3.xlplus", 2, null, true);
  }

  private static List<Row> selfManaged() {
    Situation good = sqlServer("2022").edition(Edition.ENTERPRISE);
    return List.of(
        row(
            RouteRule.SELF_MANAGED_TARGET,
            source(SQL_SERVER, SELF_MANAGED, "2022").asks(ZERO_ETL_SELF_MANAGED),
            good),
        row(
            RouteRule.SELF_MANAGED_HOSTING,
            source(SQL_SERVER, RDS, "2022")
                .asks(ZERO_ETL_SELF_MANAGED)
                .cluster("ra3.xlplus", 2, null, true),
            good),
        row(
            RouteRule.SELF_MANAGED_HOSTING,
            source(SQL_SERVER, AZURE, "2022")
                .asks(ZERO_ETL_SELF_MANAGED)
                .cluster("ra3.xlplus", 2, null, true),
            good),
        row(
            RouteRule.SELF_MANAGED_ENGINE,
            source(MARIADB, SELF_MANAGED, "10.6")
                .asks(ZERO_ETL_SELF_MANAGED)
                .cluster("ra3.xlplus", 2, null, true),
            good),
        row(RouteRule.SELF_MANAGED_VERSION, sqlServer("2005"), sqlServer("2008")),
        row(RouteRule.SELF_MANAGED_VERSION, sqlServer("2025"), sqlServer("2022")),
        row(RouteRule.SELF_MANAGED_EDITION, sqlServer("2022").edition(Edition.EXPRESS), good),
        row(RouteRule.SELF_MANAGED_EDITION, sqlServer("2022").edition(Edition.WEB), good),
        row(
            RouteRule.SELF_MANAGED_EDITION,
            sqlServer("2014").edition(Edition.STANDARD),
            sqlServer("2016").edition(Edition.STANDARD)),
        row(
            RouteRule.TARGET_PRIMARY_KEY,
            sqlServer("2022").table("log", false, false),
            sqlServer("2022").table("log", true, false)),
        row(
            RouteRule.TARGET_NODE_TYPE,
            sqlServer("2022").cluster("dc2.large", 2, null, true),
            good));
  }

  private static List<Row> loads() {
    Situation good = source(POSTGRES, SELF_MANAGED, "16").asks(INCREMENTAL_LOAD);
    return List.of(
        row(
            RouteRule.LOAD_WATERMARK,
            source(POSTGRES, RDS, "16").asks(INCREMENTAL_LOAD).watermark(null, null),
            source(SQL_SERVER, RDS, "2016").asks(INCREMENTAL_LOAD).watermark(null, null)),
        row(
            RouteRule.LOAD_WATERMARK_ENGINE,
            source(MYSQL, RDS, "8.0")
                .asks(INCREMENTAL_LOAD)
                .watermark(Watermark.CHANGE_TRACKING, null),
            source(MYSQL, RDS, "8.0").asks(INCREMENTAL_LOAD).watermark(Watermark.FULL, null)),
        row(
            RouteRule.LOAD_WATERMARK_COLUMN,
            source(MYSQL, RDS, "8.0").asks(INCREMENTAL_LOAD).watermark(Watermark.COLUMN, null),
            source(MYSQL, RDS, "8.0").asks(INCREMENTAL_LOAD).watermark(Watermark.COLUMN, "at")),
        row(
            RouteRule.LOAD_CDC_EDITION,
            source(SQL_SERVER, SELF_MANAGED, "2016")
                .edition(Edition.EXPRESS)
                .asks(INCREMENTAL_LOAD)
                .watermark(Watermark.CDC, null),
            source(SQL_SERVER, SELF_MANAGED, "2016")
                .edition(Edition.STANDARD)
                .asks(INCREMENTAL_LOAD)
                .watermark(Watermark.CDC, null)),
        row(
            RouteRule.FRESHNESS_LOAD,
            source(POSTGRES, SELF_MANAGED, "16")
                .asks(INCREMENTAL_LOAD)
                .fresh(Duration.ofMinutes(4)),
            good));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void refusesWhatBreaksIt(Row row) {
    assertThat(row.broken().plan()).isInstanceOf(RouteRefusal.class);
    var refusal = (RouteRefusal) row.broken().plan();
    assertThat(refusal.violations()).extracting(RouteRefusal.Violation::rule).contains(row.rule());
    for (RouteRefusal.Violation violation : refusal.violations()) {
      assertThat(violation.sentence())
          .contains(violation.rule().says(), violation.value(), violation.rule().source())
          .doesNotContain("null null");
      assertThat(violation.satisfiedBy()).endsWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void acceptsWhatJustSatisfiesIt(Row row) {
    assertThat(row.satisfied().plan()).isInstanceOf(Route.class);
  }

  @Test
  void everyRuleHasARow() {
    Set<RouteRule> seen = EnumSet.noneOf(RouteRule.class);
    rows().forEach(row -> seen.add(row.rule()));
    assertThat(seen).containsExactlyInAnyOrder(RouteRule.values());
  }

  @Test
  void somebodyElsesPipelineIsNeverRefused() {
    assertThat(source(MARIADB, AZURE, null).asks(EXTERNAL).plan()).isInstanceOf(Route.class);
  }
}
