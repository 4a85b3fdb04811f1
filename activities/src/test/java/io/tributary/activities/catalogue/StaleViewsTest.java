package io.tributary.activities.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.activities.Warehouse;
import io.tributary.activities.ddl.SpecificationWriter;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.activities.refresh.RefreshEffects;
import io.tributary.activities.refresh.RefreshReport;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.catalogue.ViewGraph;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.refresh.RefreshActivities.Refreshed;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the catalogue says of the demo's views, before and after they go stale. */
@Timeout(300)
class StaleViewsTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  @TempDir Path folder;

  private final Warehouse warehouse = new Warehouse(SANDBOX);
  private final EnvironmentSpec spec = Warehouse.specification();
  private final List<String> views =
      spec.materializedViews().stream().map(MaterializedView::name).toList();

  @BeforeEach
  void make() {
    warehouse.clean();
    new SpecificationWriter(warehouse.statements(), warehouse.secrets())
        .apply(spec, "make-" + System.nanoTime());
  }

  @Test
  void findsViewsThatWereJustMadeFresh() {
    ViewGraph graph = ask(views);
    assertThat(graph.views())
        .extracting(ViewGraph.View::name)
        .containsExactlyInAnyOrderElementsOf(views);
    assertThat(graph.views()).noneMatch(ViewGraph.View::stale);
    assertThat(view(graph, "mart.order_facts").dependsOn()).contains("mart.order_lines");
  }

  @Test
  void saysWhatIsStaleAndWhatARefreshDid() {
    execute("DELETE FROM tpch.lineitem WHERE l_orderkey = 1");
    ViewGraph graph = ask(views);
    assertThat(view(graph, "mart.order_lines").stale()).isTrue();
    assertThat(view(graph, "mart.order_lines").why()).contains("changed");
    assertThat(view(graph, "mart.region_names").stale()).isFalse();

    DataApiStatements statements = warehouse.statements();
    String id =
        statements
            .execute(
                Warehouse.REF,
                "r-" + System.nanoTime(),
                "REFRESH MATERIALIZED VIEW mart.order_lines")
            .id();
    Refreshed refreshed = effects().outcome(Warehouse.REF, "mart.order_lines", id);
    assertThat(refreshed.outcome()).isIn(Outcome.INCREMENTAL, Outcome.RECOMPUTED);
    assertThat(refreshed.message()).contains("successfully");
    assertThat(refreshed.rows()).isPositive();
    assertThat(effects().outcome(Warehouse.REF, "mart.order_lines", id)).isEqualTo(refreshed);

    ViewGraph.View after = view(ask(views), "mart.order_lines");
    assertThat(after.stale()).isFalse();
    assertThat(after.lastRefreshMillis()).isPositive();
    assertThat(view(ask(views), "mart.order_facts").stale()).isTrue();
    assertThat(
            statements
                .query(Warehouse.REF, "SELECT COUNT(*) FROM tributary.refresh_history")
                .getFirst()
                .number(0))
        .isEqualTo(1);
  }

  @Test
  void noticesARefreshThatHadNothingToDo() {
    String id =
        warehouse
            .statements()
            .execute(
                Warehouse.REF,
                "r-" + System.nanoTime(),
                "REFRESH MATERIALIZED VIEW mart.region_names")
            .id();
    assertThat(effects().outcome(Warehouse.REF, "mart.region_names", id).outcome())
        .isEqualTo(Outcome.ALREADY_FRESH);
  }

  @Test
  void keepsTheFailureOfAStatementThatNeverWas() {
    effects().recordFailure(Warehouse.REF, "mart.x", "run/refresh/mart.x/1", "ACCESS_DENIED: no");
    effects().recordFailure(Warehouse.REF, "mart.x", "run/refresh/mart.x/1", "ACCESS_DENIED: no");
    assertThat(
            warehouse
                .statements()
                .query(Warehouse.REF, "SELECT outcome FROM tributary.refresh_history"))
        .singleElement()
        .satisfies(row -> assertThat(row.text(0)).isEqualTo("FAILED"));
  }

  @Test
  void addsWhatAViewReadsAndWhatReadsIt() {
    assertThat(ask(List.of("mart.order_facts")).views())
        .extracting(ViewGraph.View::name)
        .contains("mart.order_lines", "mart.order_facts", "mart.daily_sales");
  }

  @Test
  void namesTheViewsThatDoNotExist() {
    Throwable failure = catchThrowable(() -> ask(List.of("mart.order_facts", "mart.nonesuch")));
    assertThat(Failures.code(failure)).contains(ErrorCode.VIEW_MISSING);
    assertThat(failure).hasMessageContaining("mart.nonesuch");
  }

  @Test
  void saysWhyAViewCannotBeRefreshedAnyMore() {
    execute("CREATE TABLE tpch.gone (a INTEGER, b INTEGER)");
    execute("CREATE MATERIALIZED VIEW mart.over_gone AS SELECT a, b FROM tpch.gone");
    execute("ALTER TABLE tpch.gone DROP COLUMN b");
    ViewGraph.View view = view(ask(List.of("mart.over_gone")), "mart.over_gone");
    assertThat(view.state()).isEqualTo(101);
    assertThat(view.unrefreshable()).contains("dropped").contains("specification");
    execute("DROP MATERIALIZED VIEW mart.over_gone");
    execute("DROP TABLE tpch.gone");
  }

  private ViewGraph ask(List<String> names) {
    return new CatalogueQuestions(warehouse.statements()).viewGraph(Warehouse.REF, names);
  }

  private RefreshEffects effects() {
    return new RefreshEffects(
        warehouse.api(), new RefreshReport(new FolderEvidence(folder)), InstantSource.system());
  }

  private void execute(String sql) {
    warehouse.statements().execute(Warehouse.REF, "test-" + System.nanoTime(), sql);
  }

  private static ViewGraph.View view(ViewGraph graph, String name) {
    return graph.views().stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
