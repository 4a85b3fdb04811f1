package io.tributary.activities.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.activities.Golden;
import io.tributary.activities.comparison.Comparison;
import io.tributary.activities.comparison.Comparison.ColumnCount;
import io.tributary.activities.comparison.Comparison.Finding;
import io.tributary.activities.comparison.Comparison.Note;
import io.tributary.activities.comparison.Difference;
import io.tributary.activities.comparison.Difference.Value;
import io.tributary.activities.comparison.KeyKind;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.report.Json;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.reconciliation.Depth;
import io.tributary.workflows.reconciliation.ReconciliationRequest;
import io.tributary.workflows.reconciliation.ReconciliationResult;
import io.tributary.workflows.reconciliation.TableResult;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationReportTest {
  private static final long START = 1_795_395_600_000L;
  private static final String RUN = "2026-11-23-5e6f7081";
  private static final List<Difference> ORDERS =
      List.of(
          changed("4711", "o_totalprice", "173665.47", "173665.74"),
          changed("4711", "o_clerk", "Clerk#000000951", "Clerk#000000951 "),
          changed("18022", "o_comment", null, ""),
          new Difference(
              Difference.Kind.MISSING,
              List.of(new Value("o_orderkey", "60001", null)),
              List.of(),
              List.of(
                  new Value("o_custkey", "370", null),
                  new Value("o_orderstatus", "O", null),
                  new Value("o_totalprice", "99.95", null))),
          new Difference(
              Difference.Kind.EXTRA,
              List.of(new Value("o_orderkey", null, "60002")),
              List.of(),
              List.of(new Value("o_orderstatus", null, "F"))));
  private static final List<Difference> CUSTOMERS =
      List.of(changed("17", "c_phone", Difference.MASK, Difference.MASK));

  @TempDir Path folder;
  private EvidenceStore store;

  @BeforeEach
  void open() {
    store = new FolderEvidence(folder);
  }

  @Test
  void showsWhatDiffersAndHow(TestInfo test) throws IOException {
    write(
        "2026-11-21-00000001",
        START - 172_800_000,
        List.of(
            equal("orders"),
            equal("customer"),
            equal("nation"),
            equal("region"),
            equal("lineitem")));
    write(
        "2026-11-22-00000002",
        START - 86_400_000,
        List.of(
            equal("orders"),
            different("customer", 4),
            equal("nation"),
            equal("region"),
            equal("lineitem")));
    write(RUN, START, tables());
    Golden.verify(test, "html", file(RUN, "report.html"));
  }

  @Test
  void tellsMachinesEachTableAndEachValue(TestInfo test) throws IOException {
    write(RUN, START, tables());
    Golden.verify(test, "csv", file(RUN, "report.csv"));
    assertThat(file(RUN, "differences.csv"))
        .asString()
        .contains("aurora.public.orders,CHANGED,4711,o_totalprice,o_totalprice,173665.47,173665.74")
        .contains("aurora.public.customer,CHANGED,17,c_phone,c_phone,•••,•••");
    ReconciliationReport.Content content =
        Json.read(file(RUN, "report.json"), ReconciliationReport.Content.class);
    assertThat(content.result().tables()).isEqualTo(tables());
    assertThat(content.details().get(0).differences()).isEqualTo(ORDERS);
  }

  @Test
  void saysInOneSentenceThatAllIsEqual() {
    write(RUN, START, List.of(equal("orders"), equal("nation")));
    assertThat(file(RUN, "report.html"))
        .asString()
        .contains("All 2 tables are equal.", "hero good");
  }

  @Test
  void neverCallsAnErrorEqual() {
    write(RUN, START, List.of(equal("nation"), error("region")));
    assertThat(file(RUN, "report.html"))
        .asString()
        .contains("Of 2 tables, 1 could not be compared, 1 is equal.", "hero bad")
        .contains("password authentication failed");
  }

  @Test
  void writesTheSameFilesAgain() {
    String page = write(RUN, START, tables());
    byte[] manifest = file(RUN, "manifest.json");
    assertThat(new ReconciliationReport(store).write(request(), result(RUN, START, tables())))
        .isEqualTo(page);
    assertThat(file(RUN, "manifest.json")).isEqualTo(manifest);
    assertThat(new RunEvidence(store, "sandbox", "reconciliation", RUN).verify()).isEmpty();
  }

  @Test
  void ignoresDetailsThatBelongToAnotherAttempt() {
    write(RUN, START, List.of(error("orders")));
    assertThat(file(RUN, "report.html")).asString().doesNotContain("173665.47");
  }

  private String write(String run, long start, List<TableResult> tables) {
    TableFiles files = new TableFiles(new RunEvidence(store, "sandbox", "reconciliation", run));
    for (TableResult table : tables) {
      boolean orders = table.table().endsWith(".orders") && table.verdict() == Verdict.DIFFERENT;
      List<Difference> differences =
          orders ? ORDERS : table.verdict() == Verdict.DIFFERENT ? CUSTOMERS : List.of();
      Comparison comparison =
          table.verdict() == Verdict.ERROR ? null : comparison(table, differences);
      files.write(
          new TableDetails(
              table, comparison, 1, start + 900, start + 2_300, "plain text on loopback"));
    }
    return new ReconciliationReport(store).write(request(), result(run, start, tables));
  }

  private byte[] file(String run, String name) {
    return store.read("sandbox/reconciliation/" + run + "/" + name).orElseThrow();
  }

  private static ReconciliationRequest request() {
    return new ReconciliationRequest(
        new PinnedEnvironment(
            "sandbox", "3fb1c2d4e5f60718293a4b5c6d7e8f90", "111122223333", "us-west-2"),
        new ReconciliationSlice.Group("core", List.of(), 4, true),
        Depth.ROWS,
        Mode.APPLY);
  }

  private static ReconciliationResult result(String run, long start, List<TableResult> tables) {
    boolean equal = tables.stream().allMatch(table -> table.verdict() == Verdict.EQUAL);
    RunResult.Status status = equal ? RunResult.Status.SUCCEEDED : RunResult.Status.DIFFERENT;
    return new ReconciliationResult(
        "tributary.sandbox.reconciliation.core", run, status, start, start + 6_420, tables, null);
  }

  private static List<TableResult> tables() {
    return List.of(
        table(
            "orders",
            Verdict.DIFFERENT,
            15_000,
            List.of(1L, 1L, 3L),
            List.of("o_clerk", "o_comment", "o_totalprice")),
        table("customer", Verdict.DIFFERENT, 1_500, List.of(0L, 0L, 1L), List.of("c_phone")),
        table("lineitem", Verdict.IN_FLIGHT, 60_175, List.of(0L, 0L, 0L), List.of()),
        equal("nation"),
        error("region"));
  }

  private static TableResult equal(String name) {
    return table(name, Verdict.EQUAL, 25, List.of(0L, 0L, 0L), List.of());
  }

  private static TableResult different(String name, long changed) {
    return table(name, Verdict.DIFFERENT, 1_500, List.of(0L, 0L, changed), List.of("c_phone"));
  }

  private static TableResult error(String name) {
    return new TableResult(
        "aurora.public." + name,
        "tpch." + name,
        Verdict.ERROR,
        "",
        -1,
        -1,
        -1,
        -1,
        -1,
        List.of(),
        310,
        0,
        "SOURCE_LOGIN_REFUSED: connect to source aurora: FATAL: password authentication failed for user \"tributary_reader\" (SQLSTATE 28P01)",
        null);
  }

  private static TableResult table(
      String name, Verdict verdict, long rows, List<Long> differ, List<String> columns) {
    return new TableResult(
        "aurora.public." + name,
        "tpch." + name,
        verdict,
        "checksums of key ranges",
        rows,
        rows - differ.get(0) + differ.get(1),
        differ.get(0),
        differ.get(1),
        differ.get(2),
        columns,
        1_240,
        48_200,
        null,
        null);
  }

  private static Comparison comparison(TableResult table, List<Difference> differences) {
    return new Comparison(
        differences.isEmpty() ? Finding.EQUAL : Finding.DIFFERENT,
        table.method(),
        table.sourceRows(),
        table.targetRows(),
        table.missing(),
        table.extra(),
        table.changed(),
        differences,
        0,
        table.columns().stream().map(column -> new ColumnCount(column, 1)).toList(),
        List.of(
            new Note("o_orderkey", "bigint", "bigint", "exactly, as numbers", true, false),
            new Note(
                "o_clerk",
                "character",
                "character varying",
                "as text without trailing blanks, because a side pads with them",
                false,
                false)),
        List.of("Only in the warehouse, not compared: loaded_at"),
        new ArrayList<>(),
        true,
        KeyKind.INTEGER,
        table.bytes());
  }

  private static Difference changed(
      String key, String column, @Nullable String left, @Nullable String right) {
    String name = column.startsWith("c_") ? "c_custkey" : "o_orderkey";
    return new Difference(
        Difference.Kind.CHANGED,
        List.of(new Value(name, key, key)),
        List.of(column),
        List.of(new Value(column, left, right)));
  }
}
