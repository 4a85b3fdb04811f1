package io.tributary.workflows.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.job.FakeEnvironments;
import io.tributary.workflows.job.FakeNotifications;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.job.TestServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a refresh does to graphs of all kinds, from the outer run to the report. */
@Timeout(60)
class RefreshGraphTest {
  private static final RefreshInput ALL = RefreshInput.EVERYTHING;

  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final FakeNotifications people = new FakeNotifications();

  private RunResult refresh(RefreshInput input) {
    FakeEnvironments environments = new FakeEnvironments().with(Marts.GROUP);
    try (TestServer server = new TestServer(warehouse, people, environments)) {
      return server.start(Job.REFRESH, "any-id", input).getResult(RunResult.class);
    }
  }

  private Map<String, String> outcomes() {
    Map<String, String> outcomes = new TreeMap<>();
    warehouse
        .reports()
        .getLast()
        .views()
        .forEach(view -> outcomes.put(view.view(), view.outcome().name()));
    return outcomes;
  }

  @Test
  void refreshesADiamondFromTheTopDown() {
    warehouse
        .view("m.a", true)
        .view("m.b", false, "m.a")
        .view("m.c", false, "m.a")
        .view("m.d", false, "m.b", "m.c");

    RunResult result = refresh(ALL);

    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(outcomes())
        .hasToString("{m.a=INCREMENTAL, m.b=INCREMENTAL, m.c=INCREMENTAL, m.d=INCREMENTAL}");
    List<String> log = warehouse.log();
    assertThat(log.indexOf("submit m.b")).isGreaterThan(log.indexOf("done m.a"));
    assertThat(log.indexOf("submit m.d"))
        .isGreaterThan(log.indexOf("done m.b"))
        .isGreaterThan(log.indexOf("done m.c"));
    assertThat(result.runs().getFirst().report()).startsWith("file:///evidence/");
    assertThat(people.told()).hasSize(1);
    assertThat(people.told().getFirst().code()).isNull();
  }

  @Test
  void leavesAloneWhatIsFresh() {
    warehouse.view("m.a", false).view("m.b", true).view("m.c", false, "m.a");

    refresh(ALL);

    assertThat(outcomes()).hasToString("{m.a=FRESH, m.b=INCREMENTAL, m.c=FRESH}");
  }

  @Test
  void forceRefreshesWhatIsFresh() {
    warehouse.view("m.a", false).view("m.b", false);

    refresh(new RefreshInput(null, null, true, null, null, null));

    assertThat(outcomes()).hasToString("{m.a=INCREMENTAL, m.b=INCREMENTAL}");
  }

  @Test
  void aViewWhoseParentsHadNothingNewIsNotTouched() {
    warehouse.view("m.a", true).does("m.a", ViewRefresh.Outcome.ALREADY_FRESH);
    warehouse.view("m.b", false, "m.a").view("m.c", false, "m.b");

    refresh(ALL);

    // The fake makes children stale whatever the refresh did, so only the second look finds them.
    assertThat(warehouse.log().subList(0, 2)).containsExactly("submit m.a", "done m.a");
    assertThat(outcomes()).containsEntry("m.a", "ALREADY_FRESH");
  }

  @Test
  void aFailureBlocksItsDescendantsOnly() {
    warehouse
        .view("m.a", true)
        .view("m.b", true, "m.a")
        .view("m.c", true, "m.b")
        .view("m.x", true)
        .view("m.y", true, "m.x")
        .fails("m.b", ErrorCode.STATEMENT_FAILED);

    RunResult result = refresh(ALL);

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(outcomes())
        .hasToString(
            "{m.a=INCREMENTAL, m.b=FAILED, m.c=BLOCKED, m.x=INCREMENTAL, m.y=INCREMENTAL}");
    assertThat(warehouse.log()).contains("recorded m.b").doesNotContain("submit m.c");
    assertThat(people.told().getLast().code()).isEqualTo("REFRESH_FAILED");
    assertThat(people.told().getLast().detail()).contains("m.b");
  }

  @Test
  void cyclesAndTheUnrefreshableAreReportedAndNotTried() {
    warehouse
        .view("m.a", true, "m.b")
        .view("m.b", true, "m.a")
        .view("m.below", true, "m.b")
        .unrefreshable("m.old", "a column it reads was dropped")
        .view("m.child", true, "m.old")
        .view("m.ok", true);

    RunResult result = refresh(ALL);

    assertThat(outcomes())
        .hasToString(
            "{m.a=CYCLE, m.b=CYCLE, m.below=BLOCKED, m.child=BLOCKED, m.ok=INCREMENTAL,"
                + " m.old=UNREFRESHABLE}");
    assertThat(warehouse.log()).containsExactly("submit m.ok", "done m.ok");
    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(result.runs().getFirst().summary()).contains("m.old").contains("m.a, m.b");
    assertThat(people.told().getLast().code()).isEqualTo("VIEW_UNREFRESHABLE");
  }

  @Test
  void neverRunsMoreAtATimeThanAllowed() {
    for (int i = 0; i < 8; i++) {
      warehouse.view("m.v" + i, true);
    }

    refresh(new RefreshInput(null, null, null, 2, null, null));

    assertThat(warehouse.mostRunning()).isEqualTo(2);
    assertThat(outcomes()).hasSize(8);
  }

  @Test
  void aConflictIsRunAgainAsANewStatement() {
    warehouse.view("m.a", true).fails("m.a", ErrorCode.SERIALIZATION_CONFLICT);

    RunResult result = refresh(ALL);

    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(warehouse.log())
        .containsExactly("submit m.a", "failed m.a", "submit m.a", "done m.a");
  }

  @Test
  void aStatementThatTheDataApiForgotIsJudgedByTheHistory() {
    warehouse.view("m.a", true).fails("m.a", ErrorCode.STATEMENT_EXPIRED);

    refresh(ALL);

    assertThat(warehouse.log().subList(0, 2)).containsExactly("submit m.a", "failed m.a");
    assertThat(outcomes()).hasToString("{m.a=INCREMENTAL}");
  }

  @Test
  void planShowsAndChangesNothing() {
    warehouse.view("m.a", true).view("m.b", false, "m.a").view("m.c", false);

    RunResult result = refresh(new RefreshInput(null, null, null, null, Mode.PLAN, null));

    assertThat(outcomes()).hasToString("{m.a=PLANNED, m.b=PLANNED, m.c=FRESH}");
    assertThat(warehouse.log()).isEmpty();
    assertThat(people.told()).isEmpty();
    assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void dataThatArrivesBelowAFreshViewIsServedByTheSecondLook() {
    warehouse.view("m.a", true).view("m.b", false);
    warehouse.onAwait(() -> warehouse.touch("m.b"));

    refresh(ALL);

    assertThat(outcomes()).hasToString("{m.a=INCREMENTAL, m.b=INCREMENTAL}");
  }

  @Test
  void theReportKnowsPromisesAndTheCriticalPath() {
    warehouse.view("m.a", true).view("m.b", true, "m.a").view("m.c", false);

    refresh(ALL);

    RefreshResult report = warehouse.reports().getLast();
    assertThat(report.criticalPath()).containsExactly("m.a", "m.b");
    assertThat(report.criticalPathMillis())
        .isLessThanOrEqualTo(report.endMillis() - report.startMillis());
    ViewRefresh fresh =
        report.views().stream().filter(view -> view.view().equals("m.c")).findFirst().orElseThrow();
    assertThat(fresh.maxAgeSeconds()).isEqualTo(3600);
    assertThat(fresh.ageSeconds()).isPositive();
  }

  /** The group of these tests. */
  static final class Marts {
    static final RefreshSlice.Group GROUP =
        new RefreshSlice.Group(
            "marts",
            List.of("m.a", "m.b", "m.c", "m.d"),
            4,
            List.of(new RefreshSlice.Freshness("m.c", 3600)),
            true);

    private Marts() {}
  }
}
