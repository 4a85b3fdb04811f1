package io.tributary.activities.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.activities.Golden;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.report.Json;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.refresh.RefreshRequest;
import io.tributary.workflows.refresh.RefreshResult;
import io.tributary.workflows.refresh.ViewRefresh;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class RefreshReportTest {
  private static final long START = 1_795_395_600_000L;
  private static final String RUN = "2026-11-23-0a1b2c3d";

  @TempDir Path folder;
  private EvidenceStore store;

  @BeforeEach
  void open() {
    store = new FolderEvidence(folder);
  }

  @Test
  void showsAWholeGraph(TestInfo test) throws IOException {
    new RefreshReport(store).write(request(Mode.APPLY), result(RunResult.Status.FAILED, graph()));
    Golden.verify(test, "html", file("report.html"));
  }

  @Test
  void tellsMachinesTheSame(TestInfo test) throws IOException {
    new RefreshReport(store).write(request(Mode.APPLY), result(RunResult.Status.FAILED, graph()));
    Golden.verify(test, "csv", file("report.csv"));
    RefreshReport.Content content = Json.read(file("report.json"), RefreshReport.Content.class);
    assertThat(content.result().views()).isEqualTo(graph());
  }

  @Test
  void listsTheStatementsThatWereSubmittedAndNoOthers(TestInfo test) throws IOException {
    new RefreshReport(store).write(request(Mode.APPLY), result(RunResult.Status.FAILED, graph()));
    Golden.verify(test, "sql", file("statements.sql"));
  }

  @Test
  void saysThatAPlanChangedNothing() {
    List<ViewRefresh> planned =
        List.of(
            view("mart.a", Outcome.PLANNED, List.of(), 0, 0),
            view("mart.b", Outcome.FRESH, List.of(), 0, 0));
    new RefreshReport(store).write(request(Mode.PLAN), result(RunResult.Status.SUCCEEDED, planned));
    assertThat(file("report.html"))
        .asString()
        .contains("1 of 2 views would be refreshed.", "Nothing was changed.")
        .doesNotContain("Wall time");
    assertThat(file("statements.sql")).asString().isEqualTo("-- No statement was submitted.\n");
  }

  @Test
  void escapesWhatTheWarehouseSays() {
    ViewRefresh failed =
        new ViewRefresh(
            "mart.x",
            Outcome.FAILED,
            List.of(),
            "<i>why</i>",
            START,
            START + 10,
            9,
            -1,
            "id",
            "STATEMENT_FAILED: <script>alert(1)</script>",
            60,
            90);
    new RefreshReport(store)
        .write(request(Mode.APPLY), result(RunResult.Status.FAILED, List.of(failed)));
    assertThat(file("report.html"))
        .asString()
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<i>why");
  }

  @Test
  void writesTheSameFilesAgain() {
    RefreshResult result = result(RunResult.Status.FAILED, graph());
    String page = new RefreshReport(store).write(request(Mode.APPLY), result);
    byte[] manifest = file("manifest.json");
    assertThat(new RefreshReport(store).write(request(Mode.APPLY), result)).isEqualTo(page);
    assertThat(file("manifest.json")).isEqualTo(manifest);
    assertThat(new RunEvidence(store, "sandbox", "refresh", RUN).verify()).isEmpty();
  }

  private byte[] file(String name) {
    return store.read("sandbox/refresh/" + RUN + "/" + name).orElseThrow();
  }

  private static RefreshRequest request(Mode mode) {
    return new RefreshRequest(
        new PinnedEnvironment(
            "sandbox", "3fb1c2d4e5f60718293a4b5c6d7e8f90", "111122223333", "us-west-2"),
        new WarehouseRef(WarehouseKind.SERVERLESS, "sandbox", "dev", null),
        new RefreshSlice.Group("marts", List.of("mart.orders_daily"), 4, List.of(), true),
        false,
        mode);
  }

  private static RefreshResult result(RunResult.Status status, List<ViewRefresh> views) {
    List<String> path =
        List.of(
            "mart.order_lines",
            "mart.orders_daily",
            "mart.revenue_by_nation",
            "mart.executive_summary");
    return new RefreshResult(
        "tributary.sandbox.refresh.marts",
        RUN,
        status,
        START,
        START + 11_420,
        10_950,
        path,
        views,
        null);
  }

  /** Four levels with a diamond, every kind of end. */
  private static List<ViewRefresh> graph() {
    return List.of(
        view("mart.order_lines", Outcome.INCREMENTAL, List.of(), 40, 3_240),
        view("mart.customer_profile", Outcome.RECOMPUTED, List.of(), 55, 1_900),
        view("mart.orders_daily", Outcome.INCREMENTAL, List.of("mart.order_lines"), 3_300, 6_100),
        view(
            "mart.customer_value",
            Outcome.RECOMPUTED,
            List.of("mart.customer_profile", "mart.order_lines"),
            3_310,
            5_200),
        view("mart.shipping_delay", Outcome.FAILED, List.of("mart.order_lines"), 3_320, 4_000),
        view("mart.delay_by_nation", Outcome.BLOCKED, List.of("mart.shipping_delay"), 0, 0),
        view(
            "mart.revenue_by_nation",
            Outcome.RECOMPUTED,
            List.of("mart.orders_daily", "mart.customer_value"),
            6_150,
            9_480),
        view(
            "mart.executive_summary",
            Outcome.ALREADY_FRESH,
            List.of("mart.revenue_by_nation"),
            9_520,
            11_300),
        view("mart.regions", Outcome.FRESH, List.of(), 0, 0),
        view("mart.nation_mottos", Outcome.UNREFRESHABLE, List.of(), 0, 0));
  }

  private static ViewRefresh view(
      String name, Outcome outcome, List<String> parents, long from, long to) {
    boolean ran = to > 0;
    return new ViewRefresh(
        name,
        outcome,
        parents,
        why(outcome),
        ran ? START + from : 0,
        ran ? START + to : 0,
        ran ? to - from - 120 : 0,
        ran && outcome != Outcome.FAILED ? 15_000 + to : -1,
        ran ? "5f0c2b1a-0000-4000-8000-" + String.format("%012d", from) : null,
        error(outcome),
        86_400,
        age(outcome));
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case FRESH -> "Nothing it reads has changed since 2026-11-22 18:00.";
      case BLOCKED -> "mart.shipping_delay failed.";
      case UNREFRESHABLE -> "Column n_motto of tpch.nation_profile was dropped.";
      default -> "tpch.lineitem, tpch.orders changed since the last refresh.";
    };
  }

  private static @Nullable String error(Outcome outcome) {
    return switch (outcome) {
      case FAILED ->
          "SERIALIZATION_CONFLICT: another transaction changed tpch.lineitem five times in a row";
      case UNREFRESHABLE ->
          "VIEW_UNREFRESHABLE: column n_motto of tpch.nation_profile was dropped; drop the view or change its query";
      default -> null;
    };
  }

  private static long age(Outcome outcome) {
    return switch (outcome) {
      case FAILED, BLOCKED -> 95_000;
      case UNREFRESHABLE -> 400_000;
      case FRESH -> 25_200;
      default -> 3;
    };
  }
}
