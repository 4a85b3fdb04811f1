package io.tributary.workflows.route;

import static io.tributary.workflows.environment.Engine.ORACLE;
import static io.tributary.workflows.environment.Engine.POSTGRES;
import static io.tributary.workflows.environment.Engine.SQL_SERVER;
import static io.tributary.workflows.environment.Hosting.AURORA;
import static io.tributary.workflows.environment.Hosting.RDS;
import static io.tributary.workflows.environment.Hosting.SELF_MANAGED;
import static io.tributary.workflows.environment.RouteKind.FEDERATED;
import static io.tributary.workflows.environment.RouteKind.INCREMENTAL_LOAD;
import static io.tributary.workflows.environment.RouteKind.ZERO_ETL;
import static io.tributary.workflows.environment.RouteKind.ZERO_ETL_SELF_MANAGED;
import static io.tributary.workflows.route.Situation.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.environment.SourceTable.Watermark;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the planner chooses, and how it says so. */
class RoutePlannerTest {
  @Test
  void sqlServerIsLoadedIntoAServerlessWarehouseAndHearsWhy() {
    Route route = (Route) source(SQL_SERVER, SELF_MANAGED, "2016").plan();
    assertThat(route.kind()).isEqualTo(INCREMENTAL_LOAD);
    assertThat(route.because())
        .contains(
            "a load, not a live query",
            "no federated query to SQL Server",
            "refuses PostgreSQL foreign tables",
            "ZERO_ETL_SELF_MANAGED would need a provisioned warehouse");
    assertThat(route.notes()).anyMatch(note -> note.contains("TLS 1.0"));
  }

  @Test
  void federatedSqlServerIsRefusedWithWhatToChoose() {
    RouteRefusal refusal =
        (RouteRefusal) source(SQL_SERVER, SELF_MANAGED, "2022").asks(FEDERATED).plan();
    assertThat(refusal.possible()).containsExactly(INCREMENTAL_LOAD);
    assertThat(refusal.sentence())
        .contains("FEDERATED cannot work.", "engine SQL_SERVER", "Choose INCREMENTAL_LOAD.")
        .contains("r_CREATE_EXTERNAL_SCHEMA.html");
  }

  @Test
  void aProvisionedClusterOpensTheOtherRouteToSqlServer() {
    RouteRefusal refusal =
        (RouteRefusal)
            source(SQL_SERVER, SELF_MANAGED, "2022")
                .cluster("ra3.xlplus", 2, 190, true)
                .asks(FEDERATED)
                .plan();
    assertThat(refusal.possible()).containsExactly(INCREMENTAL_LOAD, ZERO_ETL_SELF_MANAGED);
  }

  @Test
  void auroraIsReplicatedWhereEverythingIsThereForIt() {
    assertThat(chosen(source(POSTGRES, AURORA, "16.4"))).isEqualTo(ZERO_ETL);
  }

  @Test
  void liveDataIsFederated() {
    assertThat(chosen(source(POSTGRES, AURORA, "16.4").fresh(Duration.ZERO))).isEqualTo(FEDERATED);
  }

  @Test
  void whatComesFirstAndCannotWorkIsExplained() {
    Route route = (Route) source(POSTGRES, RDS, "16.4").cluster(null).plan();
    assertThat(route.kind()).isEqualTo(FEDERATED);
    assertThat(route.because()).contains("Not ZERO_ETL", "ARN of the database");
  }

  @Test
  void nothingFitsAndTheRefusalSaysSo() {
    RouteRefusal refusal =
        (RouteRefusal) source(ORACLE, SELF_MANAGED, "19").watermark(null, null).plan();
    assertThat(refusal.kind()).isEqualTo(INCREMENTAL_LOAD);
    assertThat(refusal.possible()).isEmpty();
    assertThat(refusal.sentence()).contains("No other route works");
  }

  @Test
  void allViolationsAreNamedAtOnce() {
    RouteRefusal refusal =
        (RouteRefusal)
            source(POSTGRES, AURORA, "15.4")
                .asks(ZERO_ETL)
                .cluster(null)
                .caseSensitive(false)
                .table("log", false, false)
                .plan();
    assertThat(refusal.violations())
        .extracting(RouteRefusal.Violation::rule)
        .containsExactlyInAnyOrder(
            RouteRule.ZERO_ETL_SOURCE_ARN,
            RouteRule.ZERO_ETL_AURORA_POSTGRES_VERSION,
            RouteRule.TARGET_CASE_SENSITIVE,
            RouteRule.TARGET_PRIMARY_KEY);
  }

  @Test
  void whatIsNotKnownIsANoteAndNoRefusal() {
    Route route =
        (Route) source(POSTGRES, AURORA, null).asks(ZERO_ETL).table("orders", null, false).plan();
    assertThat(route.notes())
        .anyMatch(note -> note.contains("version is not said"))
        .anyMatch(note -> note.contains("primary key is left to the preflight"));
  }

  @Test
  void aReaderEndpointIsWarnedOf() {
    Route route =
        (Route)
            source(POSTGRES, AURORA, "16.4")
                .asks(FEDERATED)
                .host("orders.cluster-ro-abc.us-west-2.rds.amazonaws.com")
                .plan();
    assertThat(route.notes()).anyMatch(note -> note.contains("invalid snapshot"));
  }

  @Test
  void tablesAreGroupedByTheRouteTheyAskFor() {
    Situation situation = source(SQL_SERVER, SELF_MANAGED, "2022").tables(2);
    List<PlannedRoute> planned =
        RoutePlanner.plan(situation.source(), situation.warehouse(), situation.limits());
    assertThat(planned)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.asked()).isNull();
              assertThat(one.tables()).containsExactly("public.t0", "public.t1");
            });
  }

  @Test
  void deletionsThatAWatermarkMissesAreNamed() {
    Route route =
        (Route)
            source(POSTGRES, RDS, "16")
                .asks(INCREMENTAL_LOAD)
                .watermark(Watermark.COLUMN, "changed_at")
                .plan();
    assertThat(route.notes()).anyMatch(note -> note.contains("deletions are not seen"));
  }

  private static Object chosen(Situation situation) {
    return ((Route) situation.plan()).kind();
  }
}
